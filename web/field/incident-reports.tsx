// What went up in writing and by word of mouth: 初报, 续报一, 终报, oral reports with who told whom, what was raised to a tier of
// one's choice, and the forms that are filed on paper (B6, B7–B9).

import { standing } from '#core/incident/strikable.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Timeline, type TimelineItem } from '../parts/timeline.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { formsToFile } from '../talk/possible.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { useInHand, useWhoWhen } from './in-hand.tsx'
import { orderWord } from './order-word.ts'
import { situationForms } from './owed-forms.ts'

/** The series, each saying only what is new; the first report is the incident's own. */
export function Series() {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const lang = useLang()
  const inHand = useInHand()
  const { incident, plan, nameOf } = inHand
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const join = useJoined()
  const tier = (name: Parameters<typeof tierName>[1]) => tierName(plan, name, lang)
  const raised = incident.raised.map(
    (one): TimelineItem => ({
      id: `raised ${one.recordedAt}`,
      time: timeOfDay(one.occurredAt, now),
      at: new Date(one.occurredAt).toISOString(),
      who: t('raised.line', { from: tier(one.fromTier), to: tier(one.toTier) }),
      post: nameOf(one.by.person),
      note:
        one.skipped.length === 0
          ? undefined
          : t('raised.skipped', { tiers: one.skipped.map(tier).join(lang === 'en' ? ', ' : '、') }),
      words: one.words ?? page('incident.text-gone'),
    }),
  )
  const items = standing(incident.series).map(
    (one): TimelineItem => ({
      id: one.report,
      time: timeOfDay(one.occurredAt, now),
      at: new Date(one.occurredAt).toISOString(),
      who:
        one.kind === 'final' ? t('series.final') : t('series.follow-up', { nth: orderWord(one.nth, lang) }),
      post: join(nameOf(one.by.person), t('series.to', { tier: tier(one.toTier) })),
      words: one.words ?? page('incident.text-gone'),
    }),
  )
  const first: TimelineItem = {
    id: 'first',
    time: timeOfDay(incident.reportedAt, now),
    at: new Date(incident.reportedAt).toISOString(),
    who: t('series.first'),
    post: nameOf(incident.reporter.person),
    words: incident.words ?? '',
  }
  if (items.length + raised.length === 0 && !inHand.may('ReportOn')) return null
  return (
    <Section title={t('series.title')}>
      <Timeline
        label={t('series.title')}
        items={[first, ...[...items, ...raised].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))]}
      />
      {inHand.waiting('ReportOn') && <Provisional>{page('incident.story.pending')}</Provisional>}
      {inHand.may('ReportOn') && (
        <Button icon="edit" onPress={() => inHand.open('ReportOn')}>
          {t(incident.handled ? 'series.write-final' : 'series.write')}
        </Button>
      )}
    </Section>
  )
}

/** The log sheet of what was said by word of mouth: who, to whom, when, in which words. */
export function OralReports() {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const { incident } = useInHand()
  const inHand = useInHand()
  const whoWhen = useWhoWhen()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  if (standing(incident.orals).length === 0) return null
  return (
    <Section title={t('oral.title')}>
      <Timeline
        label={t('oral.title')}
        items={standing(incident.orals).map((one) => ({
          id: one.oral,
          time: timeOfDay(one.saidAt, now),
          at: new Date(one.saidAt).toISOString(),
          who: t('oral.line', { from: one.from ?? '…', to: one.to ?? '…' }),
          post: t('oral.logged', { who: whoWhen(one) }),
          words: one.words ?? page('incident.text-gone'),
        }))}
      />
      {inHand.may('LogOral') && (
        <Button icon="edit" onPress={() => inHand.open('LogOral')}>
          {t('oral.log')}
        </Button>
      )}
    </Section>
  )
}

/** Forms the incident owes, with who files them, and those that were filed on paper. */
export function Forms() {
  const t = useSay(fieldIncidentWords)
  const act = useSay(actWords)
  const text = useText()
  const lang = useLang()
  const join = useJoined()
  const inHand = useInHand()
  const { incident, plan } = inHand
  const whoWhen = useWhoWhen()
  const forms = situationForms(inHand)
  const toFile = formsToFile(inHand)
  if (forms.length === 0) return null
  return (
    <Section title={t('forms.title')}>
      <Rows label={t('forms.title')}>
        {forms.map(({ form, tier }) => {
          const filed = incident.writtenDown.filter((one) => one.form === form.id).pop()
          const mine = !filed && toFile.includes(form) && inHand.may('WriteDown')
          return (
            <ListRow
              key={form.id}
              title={text(form.name)}
              text={
                filed
                  ? join(t('forms.filed', { who: whoWhen(filed) }), filed.reference)
                  : t('forms.owed', { tier: tierName(plan, tier, lang) })
              }
              side={
                inHand.waiting('WriteDown', form.id) ? (
                  <Provisional>{act('form.sending')}</Provisional>
                ) : mine ? (
                  <Button size="s" onPress={() => inHand.open('WriteDown', form.id)}>
                    {t('forms.file')}
                  </Button>
                ) : undefined
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
