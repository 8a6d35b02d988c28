// What came from above, in the largest type, with 收到，照办; what was asked and waits; and "wait for the answer" (B10).

import { isAtOrAbove, type Tier } from '#core/basics/tier.ts'
import { limits } from '#core/incident/limits.ts'
import { answersToComply, openAsks } from '#core/incident/look-up.ts'
import type { AnswerOnRecord, AskOnRecord, Incident } from '#core/incident/state.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Banner } from '../parts/notice.tsx'
import { type OutboxItem, useAct } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay } from '../talk/words.tsx'

export interface IncidentAnswersProps {
  incident: Incident
  plan: EffectivePlan
  situation: Situation | undefined
  pending: readonly OutboxItem[]
  may: readonly string[]
  /** Notices that this person has not confirmed: saying 照办 confirms them too. */
  unconfirmed: readonly string[]
  nameOf: (person: string) => string
}

export function IncidentAnswers({
  incident,
  plan,
  situation,
  pending,
  may,
  unconfirmed,
  nameOf,
}: IncidentAnswersProps) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const lang = useLang()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const { giveAll } = useAct()
  const shown = inForceFor(incident, me.post.tier)
  const above = unpassedAbove(incident, me.post.tier)
  const asked = openAsks(incident)
  // Once a place is held its own clock says so (incident-course.tsx).
  const held = incident.holds.length > 0
  const waits =
    !held && situation?.hold === true && incident.answers.length === 0 && incident.handled === undefined
  /** What tiers above write each other is theirs; that they ask, and until when, is not. */
  function askedAbove({ ask, fromTier, toTier }: AskOnRecord): string {
    const from = tierName(plan, fromTier, lang)
    const to = tierName(plan, toTier, lang)
    const due = limits(incident, plan).find((clock) => clock.of === ask)?.dueAt
    return due === undefined
      ? t('incident.asked.above.open', { from, to })
      : t('incident.asked.above', { from, to, at: timeOfDay(due, now) })
  }

  return (
    <>
      {shown.map((answer) => {
        const mine = answer.toTier === me.post.tier
        const said = pending.some(
          (item) => item.command.type === 'Comply' && item.command.data.answer === answer.answer,
        )
        return (
          <Answer
            key={answer.answer}
            title={t(answer.ask === undefined ? 'incident.instruction.title' : 'incident.answer.title', {
              tier: tierName(plan, answer.fromTier, lang),
            })}
            by={join(nameOf(answer.by.person), timeOfDay(answer.occurredAt, now))}
            text={answer.instruction ?? t('incident.text-gone')}
            action={
              said ? (
                <p className="quiet">{t('incident.complied.pending')}</p>
              ) : answer.complied ? (
                <p className="quiet">
                  {t('incident.complied', {
                    name: nameOf(answer.complied.by.person),
                    at: timeOfDay(answer.complied.occurredAt, now),
                  })}
                </p>
              ) : mine && may.includes('Comply') ? (
                <Button
                  kind="solid"
                  size="l"
                  wide
                  busyLabel={t('incident.comply.busy')}
                  onPress={() =>
                    giveAll([
                      {
                        stream: { kind: 'incident', id: incident.id },
                        type: 'Comply',
                        data: { answer: answer.answer },
                      },
                      ...unconfirmed.map((id) => ({
                        stream: { kind: 'notice' as const, id },
                        type: 'Confirm',
                        data: {},
                      })),
                    ])
                  }
                >
                  {t('incident.comply')}
                </Button>
              ) : undefined
            }
          />
        )
      })}
      {above && (
        <Banner icon="message" tone="dashed">
          {t('incident.answer.above', {
            from: tierName(plan, above.fromTier, lang),
            to: tierName(plan, above.toTier, lang),
          })}
        </Banner>
      )}
      {waits && (
        <Banner icon="hourglass" tone="dashed">
          <b>{t('incident.hold')}</b>
          <br />
          {t('incident.hold.text')}
        </Banner>
      )}
      {asked.map((ask) => (
        <Banner key={ask.ask} icon="arrow-up" tone="dashed">
          {ask.question === undefined && isAbove(ask.fromTier, me.post.tier) ? (
            <b>{askedAbove(ask)}</b>
          ) : (
            <>
              <b>{t('incident.asked', { tier: tierName(plan, ask.toTier, lang) })}</b>
              <br />
              {ask.question ?? t('incident.text-gone')}
            </>
          )}
        </Banner>
      ))}
    </>
  )
}

function isAbove(tier: Tier, viewer: Tier): boolean {
  return tier !== viewer && isAtOrAbove(tier, viewer)
}

/**
 * What stands in the largest type: everything addressed to `tier` that is not yet taken on, and always the last word to it,
 * which is in force; then what it told those below. What was answered to a tier above is not an order to this one.
 */
function inForceFor(incident: Incident, tier: Tier): readonly AnswerOnRecord[] {
  const shown = (given: readonly AnswerOnRecord[]) => {
    const latest = given[given.length - 1]
    const open = answersToComply(incident).filter((one) => given.includes(one))
    return [...open, ...(latest && !open.includes(latest) ? [latest] : [])].reverse()
  }
  return [
    ...shown(incident.answers.filter((one) => one.toTier === tier)),
    ...shown(incident.answers.filter((one) => isAbove(tier, one.toTier))),
  ]
}

/** The latest answer to a tier above that this tier has not heard from it yet. */
function unpassedAbove(incident: Incident, tier: Tier): AnswerOnRecord | undefined {
  const above = incident.answers.filter(
    (given) =>
      isAbove(given.toTier, tier) &&
      !incident.answers.some(
        (later) => later.fromTier === given.toTier && later.recordedAt > given.recordedAt,
      ),
  )
  return incident.handled ? undefined : above[above.length - 1]
}
