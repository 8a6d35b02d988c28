// How far the report got with the tier above: still here, sent, late, or taken over. One place that says it, so that nothing
// jumps when it changes. The clocks themselves are incident-header.tsx and incident-end.tsx.

import { isAtOrAbove, type Tier, tierOf } from '#core/basics/tier.ts'
import { limits, type RunningLimit } from '#core/incident/limits.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Contact, IncidentView } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Late } from '../parts/chip.tsx'
import { figures } from '../parts/clock-text.ts'
import { Banner } from '../parts/notice.tsx'
import { useClockWords, useTimeOfDay } from '../talk/clock-words.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { dialled, findHolder, holdersOf } from './people.ts'

export interface CountyStateProps {
  incident: Incident
  plan: EffectivePlan
  /** Absent while the server does not know the incident. */
  view: IncidentView | undefined
  nameOf: (person: string) => string
}

/** For the incident's own unit; the tiers above read their own duty elsewhere. */
export function CountyState(props: CountyStateProps) {
  const { incident, plan, view } = props
  const me = useMe()
  const now = useNow()
  if (incident.status === 'closed') return null
  if (!view) return <Unsent {...props} />
  const own = tierOf(incident.unit)
  if (me.post.tier !== own) return null
  if (incident.acknowledged.some((one) => isAbove(one.tier, own))) return <Taken {...props} />
  const late = limits(incident, plan).find(
    (clock) =>
      clock.stoppedAt === undefined && clock.limit.stoppedBy.includes('acknowledged') && now > clock.dueAt,
  )
  if (late) return <LateCounty {...props} clock={late} now={now} view={view} />
  if (incident.answers.length > 0 || incident.handled || incident.reporter.person !== me.person.id)
    return null
  return <Sent {...props} view={view} />
}

function isAbove(tier: Tier, own: Tier): boolean {
  return tier !== own && isAtOrAbove(tier, own)
}

/** Step four of a report: it is there, and nobody has taken it over yet. */
function Sent({ plan, view }: CountyStateProps & { view: IncidentView }) {
  const t = useSay(fieldWords)
  const lang = useLang()
  return (
    <Banner icon="ticks" tone="mine">
      <b>{t('sent.accepted', { tier: tierName(plan, 'county', lang) })}</b>
      <br />
      {t('sent.accepted.told', { n: view.told.length })}
    </Banner>
  )
}

/** Who has it in hand: the highest tier that took it over. */
function Taken({ incident, plan, nameOf }: CountyStateProps) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const taken = incident.acknowledged.reduce((highest, one) =>
    isAtOrAbove(one.tier, highest.tier) ? one : highest,
  )
  return (
    <Banner icon="tick" tone="mine">
      {t('sent.taken', {
        tier: tierName(plan, taken.tier, lang),
        name: nameOf(taken.by.person),
        at: timeOfDay(taken.occurredAt, now),
      })}
    </Banner>
  )
}

interface LateCountyProps extends CountyStateProps {
  clock: RunningLimit
  now: number
  view: IncidentView
}

/** Nobody answered in time: who was called in, who is told next, and whom to ring up oneself. */
function LateCounty({ incident, plan, view, nameOf, clock, now }: LateCountyProps) {
  const t = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const kit = useKit()
  const words = useClockWords()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const shell = useSay(shellWords)
  const people = kit ? peopleToCall(incident, plan, view, kit.contacts) : []
  const desk = plan.desks.county
  const substitute = kit && holdersOf(kit, plan, desk, incident.unit).find((one) => one.substitute)
  const passed = incident.passed.filter((one) => one.limit === clock.limit.id)
  const next = clock.nextRung
  const nextName = next && plan.posts[next.tells]
  const told = passed[passed.length - 1]
  const above = told && plan.posts[told.tells]?.tier
  const said = [
    passed.some((one) => one.who === 'substitute') &&
      t('late.substitute', { name: substitute ? substitute.name : '' }),
    above !== undefined &&
      told?.who === 'holder' &&
      t('late.told', { at: timeOfDay(told.occurredAt, now), tier: tierName(plan, above, lang) }),
    next?.who === 'holder' &&
      nextName &&
      t('late.next', { at: timeOfDay(next.at, now), tier: tierName(plan, nextName.tier, lang) }),
  ].filter((part) => part !== undefined && part !== false && part !== '')
  const separator = lang === 'en' ? '; ' : '；'
  return (
    <Banner icon="warning" tone="dashed">
      <b>
        {t('late.county', { tier: tierName(plan, plan.posts[clock.limit.owedBy]?.tier ?? 'county', lang) })}
      </b>{' '}
      <Late>{words.late(figures((now - clock.dueAt) / 1000, words))}</Late>
      <br />
      {said.length > 0 && `${said.join(separator)}${lang === 'en' ? '. ' : '。'}`}
      {t('late.call')}
      <span className="field__calls">
        {people.map((one) => {
          const post = plan.posts[one.postKind]?.name ?? { zh: '', en: '' }
          const name = nameOf(one.person) || one.name
          return (
            <Button
              key={`${one.person} ${one.postKind}`}
              icon="phone"
              href={dialled(one.phone)}
              name={shell('call.person', { post: text(post), name })}
            >
              {text(post)} <span className="name">{name}</span>
              {one.substitute && ` ${shell('substitute')}`}
            </Button>
          )
        })}
      </span>
    </Banner>
  )
}

/** The county's desk with its substitutes, without those who confirmed; then the province's own inspector. */
function peopleToCall(
  incident: Incident,
  plan: EffectivePlan,
  view: IncidentView,
  contacts: readonly Contact[],
): readonly Contact[] {
  const confirmed = new Set(
    view.told.flatMap((one) =>
      one.persons.filter((person) => person.confirmedAt !== undefined).map((person) => person.id),
    ),
  )
  const beside = Object.values(plan.posts).filter((post) => post.role === 'province-observer')
  const holders = [plan.desks.county, ...beside.slice(0, 1).map((post) => post.id)].flatMap((post) =>
    holdersOf({ contacts }, plan, post, incident.unit),
  )
  return holders.filter((one) => !confirmed.has(one.person))
}

/** The report is still here: said first, with the number that helps now. */
function Unsent({ incident, plan }: CountyStateProps) {
  const t = useSay(fieldWords)
  const text = useText()
  const kit = useKit()
  const duty = kit && findHolder(kit, plan, plan.desks.county, incident.unit)
  const post = plan.posts[plan.desks.county]?.name
  return (
    <Banner
      icon="hourglass"
      tone="dashed"
      action={
        duty &&
        post && (
          <Button kind="text" icon="phone" href={dialled(duty.phone)}>
            {t('incident.call-county', { post: text(post), name: duty.name })}
          </Button>
        )
      }
    >
      <b>{t('incident.unsent')}</b>
      <br />
      {t('incident.unsent.text')}
    </Banner>
  )
}
