// What several must agree to: joint decisions on the spot (B7, B8), each side confirming for itself, and a lower grade that a
// tier above has to agree to (A6).

import { isAtOrAbove } from '#core/basics/tier.ts'
import { findSettlingDecision } from '#core/incident/hold-answer.ts'
import { findGrade } from '#core/incident/look-up.ts'
import { openLowerings } from '#core/incident/lowerings.ts'
import type { JointOnRecord, LoweringOnRecord } from '#core/incident/state.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { Together, type TogetherSide } from '../parts/together.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useNow } from '../talk/now.ts'
import { openHolds, waitsForMe } from '../talk/possible.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { useInHand, usePostName, useWhoWhen } from './in-hand.tsx'

/** Those that wait, mine first; with `settled` those that stand or were declined. */
export function JointDecisions({ settled = false }: { settled?: boolean }) {
  const { incident } = useInHand()
  const settling = useSettling()
  const shown = incident.joint.filter(
    (one) => Boolean(one.complete ?? one.declined) === settled && !settling.includes(one),
  )
  return shown.map((joint) => <Joint key={joint.decision} joint={joint} />)
}

/** Those by which held work may go on: they stand with the answers as long as it is held, and not among the settled ones. */
export function SettlingDecisions() {
  return useSettling().map((joint) => <Joint key={joint.decision} joint={joint} />)
}

function useSettling(): readonly JointOnRecord[] {
  const { incident, plan } = useInHand()
  const found = openHolds(incident).map((hold) => findSettlingDecision(incident, plan, hold))
  return incident.joint.filter((joint) => found.includes(joint))
}

function Joint({ joint }: { joint: JointOnRecord }) {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const inHand = useInHand()
  const whoWhen = useWhoWhen()
  const postName = usePostName()
  const me = useMe()
  const kind = inHand.plan.jointDecisions.find((one) => one.id === joint.kind)
  const sent = inHand.waiting('AgreeJoint', joint.decision) || inHand.waiting('DeclineJoint', joint.decision)
  const mine = !sent && waitsForMe(joint, inHand, me.person.id) && inHand.may('AgreeJoint')
  const sides = useSides(joint)
  const waits = sides.filter((side) => side.state === 'waits').map((side) => side.post)
  return (
    <Section title={kind ? text(kind.name) : t('joint.title')}>
      <div className={joint.complete ? 'card field__card' : 'card field__card field__card--open'}>
        {mine && <b>{t('joint.proposed', { who: postName(joint.by.postKind) })}</b>}
        <p className="field__decision">{joint.words ?? page('incident.text-gone')}</p>
        {kind && !joint.complete && (
          <p className="quieter small">{t('joint.basis', { basis: text(kind.basis) })}</p>
        )}
        <Together label={t('joint.title')} sides={sides} />
        {joint.declined ? (
          <p className="quiet">
            {t('joint.declined', { who: whoWhen(joint.declined) })}
            <br />
            {joint.declined.reason}
          </p>
        ) : joint.complete ? (
          <p className="quiet">{t('joint.stands')}</p>
        ) : sent ? (
          <Provisional>{t('joint.pending')}</Provisional>
        ) : mine ? (
          <div className="field__two">
            <Button
              kind={inHand.isNext('agree') ? 'solid' : 'outline'}
              wide
              onPress={() => inHand.give('AgreeJoint', { decision: joint.decision })}
            >
              {t('joint.agree')}
            </Button>
            <Button wide onPress={() => inHand.open('DeclineJoint', joint.decision)}>
              {t('joint.decline')}
            </Button>
          </div>
        ) : (
          waits.length > 0 && (
            <p className="quiet small">
              {t('joint.waits', { posts: waits.join(lang === 'en' ? ', ' : '、') })}
            </p>
          )
        )}
      </div>
    </Section>
  )
}

/** Every post of the decision: who proposed, who agreed, who is missing. */
function useSides(joint: JointOnRecord): readonly TogetherSide[] {
  const t = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const postName = usePostName()
  const kit = useKit()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const posts = inHand.plan.jointDecisions.find((one) => one.id === joint.kind)?.posts ?? []
  return posts.map((post): TogetherSide => {
    const deed = [joint, ...joint.agreed].find((one) => one.by.postKind === post)
    const holder = kit?.contacts.find((one) => one.postKind === post && !one.substitute)?.name
    const base = { id: post, post: postName(post) }
    if (joint.declined?.by.postKind === post) {
      return {
        ...base,
        name: inHand.nameOf(joint.declined.by.person),
        state: 'no',
        words: t('joint.decline'),
      }
    }
    if (!deed) return { ...base, name: holder, state: 'waits', words: t('joint.missing') }
    const words = t(deed === joint ? 'joint.asked' : 'joint.agreed')
    return {
      ...base,
      name: inHand.nameOf(deed.by.person),
      state: 'yes',
      words: `${words} ${timeOfDay(deed.occurredAt, now)}`,
    }
  })
}

/** Proposals to lower that wait; the last one that was declined, as long as its grade stands. */
export function Lowerings() {
  const { incident } = useInHand()
  const open = openLowerings(incident)
  const last = incident.lowerings[incident.lowerings.length - 1]
  return (
    <>
      {open.map((one) => (
        <OpenLowering key={one.lowering} lowering={one} />
      ))}
      {last?.declined && <DeclinedLowering lowering={last} />}
    </>
  )
}

function OpenLowering({ lowering }: { lowering: LoweringOnRecord }) {
  const t = useSay(fieldIncidentWords)
  const lang = useLang()
  const inHand = useInHand()
  const whoWhen = useWhoWhen()
  const me = useMe()
  const inForce = findGrade(inHand.incident)
  const sent =
    inHand.waiting('AgreeLowering', lowering.lowering) || inHand.waiting('DeclineLowering', lowering.lowering)
  const mine =
    isAtOrAbove(me.post.tier, lowering.toTier) &&
    lowering.by.person !== me.person.id &&
    inHand.may('AgreeLowering')
  return (
    <Banner
      icon="warning"
      tone="dashed"
      action={
        sent ? (
          <Provisional>{t('lowering.pending')}</Provisional>
        ) : mine ? (
          <>
            <Button
              kind={inHand.isNext('agree-lowering', lowering.lowering) ? 'solid' : 'outline'}
              onPress={() => inHand.open('AgreeLowering', lowering.lowering)}
            >
              {t('lowering.agree')}
            </Button>
            <Button onPress={() => inHand.open('DeclineLowering', lowering.lowering)}>
              {t('lowering.decline')}
            </Button>
          </>
        ) : undefined
      }
    >
      <b>{t('lowering.title', { levels: sayLevels(lowering, lang) })}</b>
      <br />
      {lowering.reason}
      <span className="quieter small field__by">
        {t('lowering.by', {
          who: whoWhen(lowering),
          tier: tierName(inHand.plan, lowering.toTier, lang),
        })}
      </span>
      {inForce && (
        <span className="quieter small field__by">
          {t('lowering.in-force', { levels: sayLevels(inForce, lang) })}
        </span>
      )}
    </Banner>
  )
}

function DeclinedLowering({ lowering }: { lowering: LoweringOnRecord }) {
  const t = useSay(fieldIncidentWords)
  const whoWhen = useWhoWhen()
  if (!lowering.declined) return null
  return (
    <Banner icon="cross">
      <b>{t('lowering.declined', { who: whoWhen(lowering.declined) })}</b>
      <br />
      {lowering.declined.reason}
    </Banner>
  )
}

function sayLevels(
  grade: Pick<LoweringOnRecord, 'eventLevel' | 'responseLevel'>,
  lang: 'zh-CN' | 'en',
): string {
  const said = [sayEventLevel(grade.eventLevel, lang), sayResponseLevel(grade.responseLevel, lang)]
  return said.join(lang === 'en' ? ', ' : '、')
}
