// The procedure of an event level as the plan has it (B1–B4, B7, B10): stages and the ways between them, made from the plan
// alone. Nothing here knows a tier or a level by name. Where an incident stands in it is stages-now.ts, the drawing lay-out.ts.

import type { Text } from '../basics/text.ts'
import { type Tier, tierBelow } from '../basics/tier.ts'
import { endingTier, findHandling } from '../incident/look-up.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Handling } from '../plan/layer.ts'
import { procedureWords } from '../words/procedure.ts'

export type StageKind =
  | 'report'
  | 'grade'
  | 'tell'
  | 'hold'
  | 'together'
  | 'example'
  | 'propose'
  | 'ask'
  | 'consult'
  | 'decide'
  | 'carry-out'
  | 'handle'
  | 'record'
  | 'evaluate'
  | 'close'

export interface Stage {
  /** Unique in the procedure: the kind, and for joint decisions their own id after it. */
  readonly id: string
  readonly kind: StageKind
  /** `aside`: beside the main way, at the height of the stage it belongs to. */
  readonly lane: 'main' | 'aside'
  /** Aside stages: the main stage at whose height they stand. */
  readonly beside?: string
  readonly heading: Text
  /** Whose it is: names of tiers, posts or forms, in the plan's words. */
  readonly who: readonly Text[]
  readonly tier?: Tier
  readonly clause?: string
}

export interface Arrow {
  readonly from: string
  readonly to: string
  readonly words?: Text
}

export interface Procedure {
  readonly eventLevel: EventLevel
  readonly level: Text
  readonly stages: readonly Stage[]
  readonly arrows: readonly Arrow[]
}

/** What is drawn: a level, and the situation when it is known which. */
export interface ProcedureOf {
  readonly eventLevel: EventLevel
  readonly scenario?: string
}

/** The procedure for `of`; a level that the plan does not handle has none. */
export function procedureOf(plan: EffectivePlan, of: ProcedureOf): Procedure | undefined {
  const handling = findHandling(plan, of.eventLevel)
  if (!handling) return undefined
  const level = plan.scales.event.find((row) => row.level === of.eventLevel)
  const main = mainWay(plan, handling)
  return {
    eventLevel: of.eventLevel,
    level: level?.name ?? { zh: String(of.eventLevel), en: String(of.eventLevel) },
    stages: [...main, ...asides(plan, handling, of.scenario)],
    arrows: arrowsOf(main, handling),
  }
}

function mainWay(plan: EffectivePlan, handling: Handling): readonly Stage[] {
  const tierName = (tier: Tier): Text => plan.tiers[tier].group
  const stage = (
    kind: StageKind,
    heading: Text,
    who: readonly Text[],
    tier: Tier | undefined,
    clause = handling.clause,
  ): Stage => ({
    id: kind,
    kind,
    lane: 'main',
    heading,
    who,
    clause,
    ...(tier === undefined ? {} : { tier }),
  })
  const { handledBy, asks, decidedBy, proposedBy, carriedOutBy, recordedIn, evaluation } = handling
  // A tier that is asked itself asks nobody: whoever reports to it stands for the one that asks.
  const asker = handledBy === asks ? tierBelow(asks) : handledBy
  const ends = endingTier(handling)
  const words = procedureWords
  return [
    stage('report', words['stage.report'], [], undefined),
    stage('grade', words['stage.grade'], [levelWord(plan, handling.eventLevel)], undefined),
    stage('example', words['stage.example'], [tierName(handledBy)], handledBy),
    ...(proposedBy ? [stage('propose', words['stage.propose'], [tierName(proposedBy)], proposedBy)] : []),
    stage('ask', withTier(words['stage.ask'], tierName(asks)), [tierName(asker)], asker),
    stage('decide', words['stage.decide'], [tierName(decidedBy)], decidedBy),
    stage('carry-out', words['stage.carry-out'], carriedOutBy.map(postName(plan)), undefined),
    stage('handle', words['stage.handle'], [tierName(ends)], ends),
    stage(
      'record',
      words['stage.record'],
      recordedIn.flatMap((id) => plan.forms.find((form) => form.id === id)?.name ?? []),
      undefined,
    ),
    ...(evaluation
      ? [
          stage(
            'evaluate',
            words['stage.evaluate'],
            [tierName(evaluation.by)],
            evaluation.by,
            evaluation.clause,
          ),
        ]
      : []),
    stage('close', words['stage.close'], [tierName(ends)], ends),
  ]
}

function asides(plan: EffectivePlan, handling: Handling, scenario: string | undefined): readonly Stage[] {
  const situation = scenario === undefined ? undefined : findSituation(plan, scenario)
  const words = procedureWords
  const aside = (
    id: string,
    kind: StageKind,
    beside: string,
    more: Omit<Stage, 'id' | 'kind' | 'lane'>,
  ): Stage => ({
    id,
    kind,
    lane: 'aside',
    beside,
    ...more,
  })
  const tell = situation?.tell ?? []
  return [
    ...(tell.length > 0
      ? [
          aside('tell', 'tell', 'report', {
            heading: words['stage.tell'],
            who: tell.map((told) => told.post).map(postName(plan)),
            ...(tell[0] === undefined ? {} : { clause: tell[0].clause }),
          }),
        ]
      : []),
    ...(situation?.hold
      ? [aside('hold', 'hold', 'grade', { heading: words['stage.hold'], who: [], clause: situation.clause })]
      : []),
    ...plan.jointDecisions
      .filter((one) => one.settles && handling.agreement === 'without-example')
      .map((one) =>
        aside(`together.${one.id}`, 'together', 'example', {
          heading: one.name,
          who: one.posts.map(postName(plan)),
          clause: one.clause,
        }),
      ),
    ...(handling.mayConsult
      ? [
          aside('consult', 'consult', 'decide', {
            heading: withTier(words['stage.consult'], plan.tiers[handling.mayConsult].group),
            who: [],
            tier: handling.mayConsult,
            clause: handling.clause,
          }),
        ]
      : []),
  ]
}

/** Down the main way; where an example is enough, past asking as well. */
function arrowsOf(main: readonly Stage[], handling: Handling): readonly Arrow[] {
  const always = handling.agreement === 'always'
  const down = main.slice(1).map((stage, nth): Arrow => {
    const from = main[nth]?.id ?? ''
    if (from !== 'example') return { from, to: stage.id }
    const words = always ? procedureWords['arrow.asks-all-the-same'] : procedureWords['arrow.not-listed']
    return { from, to: stage.id, words }
  })
  const past = { from: 'example', to: 'handle', words: procedureWords['arrow.listed'] }
  return always ? down : [...down, past]
}

function levelWord(plan: EffectivePlan, level: EventLevel): Text {
  return plan.scales.event.find((row) => row.level === level)?.word ?? { zh: '', en: '' }
}

function postName(plan: EffectivePlan): (id: string) => Text {
  return (id) => plan.posts[id]?.name ?? { zh: id, en: id }
}

function withTier(words: Text, tier: Text): Text {
  return { zh: words.zh.replace('{tier}', tier.zh), en: words.en.replace('{tier}', tier.en) }
}
