// Arbitrary commands of the course of an incident, sensible and not, for property tests. Test-only; those of the corridor stand in
// any-order.test.ts itself.

import * as fc from 'fast-check'
import type { IncidentCommand } from './commands.ts'

const tier = fc.constantFrom('school' as const, 'county' as const, 'province' as const, 'nation' as const)
const verdict = fc.constantFrom('verified' as const, 'refuted' as const)
const spread = fc.constantFrom('single' as const, 'spreading' as const, 'major' as const)
const post = fc.constantFrom('principal', 'county-office', 'province-office', 'nobody')

/** Every command type that a person or the plan gives besides the corridor's, with ids that meet now and then. */
export function ofTheCourse(
  id: fc.Arbitrary<string>,
  words: fc.Arbitrary<string>,
): fc.Arbitrary<IncidentCommand> {
  return fc.oneof(
    fc.tuple(fc.constantFrom('I' as const, 'III' as const), words).map(
      ([responseLevel, reason]): IncidentCommand => ({
        type: 'ChangeResponse',
        data: { responseLevel, expectedMinutes: 30, measures: 'more', reason },
      }),
    ),
    words.map((reason): IncidentCommand => ({ type: 'EndResponse', data: { reason } })),
    fc.tuple(id, fc.option(fc.constantFrom('r1', 'r2'))).map(
      ([hold, room]): IncidentCommand => ({
        type: 'StartHold',
        data: { hold, reason: 'wait', ...(room === null ? {} : { room }) },
      }),
    ),
    fc.constantFrom('report', '1', '2').map((hold): IncidentCommand => ({ type: 'EndHold', data: { hold } })),
    fc.tuple(id, fc.constantFrom('on-the-spot', 'dance'), words).map(
      ([decision, kind, said]): IncidentCommand => ({
        type: 'ProposeJoint',
        data: { decision, kind, words: said },
      }),
    ),
    id.map((decision): IncidentCommand => ({ type: 'AgreeJoint', data: { decision } })),
    fc
      .tuple(id, words)
      .map(([decision, reason]): IncidentCommand => ({ type: 'DeclineJoint', data: { decision, reason } })),
    fc
      .tuple(fc.subarray(['stay', 'supply', 'fly']), words)
      .map(([steps, reason]): IncidentCommand => ({ type: 'SkipSteps', data: { steps, reason } })),
    fc.tuple(fc.constantFrom(1 as const, 2 as const), id).map(
      ([eventLevel, lowering]): IncidentCommand => ({
        type: 'Regrade',
        data: { eventLevel, responseLevel: 'IV', reason: 'lighter', lowering },
      }),
    ),
    id.map((lowering): IncidentCommand => ({ type: 'AgreeLowering', data: { lowering } })),
    fc
      .tuple(id, words)
      .map(
        ([lowering, reason]): IncidentCommand => ({ type: 'DeclineLowering', data: { lowering, reason } }),
      ),
    verdict.map((said): IncidentCommand => ({ type: 'Verify', data: { verdict: said } })),
    words.map((reason): IncidentCommand => ({ type: 'Dismiss', data: { reason } })),
    fc
      .tuple(fc.nat(30), words)
      .map(([entry, reason]): IncidentCommand => ({ type: 'StrikeEntry', data: { entry, reason } })),
    fc
      .tuple(words, words)
      .map(([cause, effect]): IncidentCommand => ({ type: 'Evaluate', data: { points: { cause, effect } } })),
    fc
      .tuple(tier, words)
      .map(([to, said]): IncidentCommand => ({ type: 'RaiseTo', data: { tier: to, words: said } })),
    fc.tuple(id, tier).map(
      ([oral, toTier]): IncidentCommand => ({
        type: 'LogOral',
        data: { oral, toTier, from: 'somebody', to: 'the desk', saidAt: 0, words: 'said' },
      }),
    ),
    fc
      .tuple(id, fc.constantFrom('follow-up' as const, 'final' as const))
      .map(([report, kind]): IncidentCommand => ({ type: 'ReportOn', data: { report, kind, words: 'new' } })),
    fc.tuple(id, id, post).map(
      ([answer, task, to]): IncidentCommand => ({
        type: 'GiveTasks',
        data: { answer, tasks: [{ task, post: to, words: 'do it' }] },
      }),
    ),
    fc
      .tuple(id, words)
      .map(([task, effect]): IncidentCommand => ({ type: 'DoTask', data: { task, effect } })),
    fc.tuple(id, spread).map(
      ([opinion, far]): IncidentCommand => ({
        type: 'SeeOpinion',
        data: { opinion, where: 'a forum', spread: far, seenAt: 0 },
      }),
    ),
    fc
      .tuple(id, verdict)
      .map(
        ([opinion, said]): IncidentCommand => ({ type: 'JudgeOpinion', data: { opinion, verdict: said } }),
      ),
    fc.tuple(id, spread).map(
      ([opinion, far]): IncidentCommand => ({
        type: 'FollowOpinion',
        data: { opinion, spread: far, words: 'on' },
      }),
    ),
    fc.tuple(id, id).map(
      ([opinion, wording]): IncidentCommand => ({
        type: 'DraftWording',
        data: { opinion, wording, words: 'we look into it' },
      }),
    ),
    id.map((wording): IncidentCommand => ({ type: 'ApproveWording', data: { wording } })),
    id.map(
      (wording): IncidentCommand => ({
        type: 'PublishWording',
        data: { wording, where: 'the site', publishedAt: 0 },
      }),
    ),
    id.map(
      (file): IncidentCommand => ({
        type: 'Attach',
        data: { file, hash: 'f', size: 1, kind: 'photo' },
      }),
    ),
    fc
      .tuple(id, fc.constantFrom('same' as const, 'spread' as const))
      .map(([incident, as]): IncidentCommand => ({ type: 'Join', data: { incident, as } })),
    id.map((incident): IncidentCommand => ({ type: 'Part', data: { incident, reason: 'other' } })),
    fc.tuple(id, fc.nat(90)).map(
      ([incident, minutes]): IncidentCommand => ({
        type: 'TakeIn',
        data: {
          incident,
          as: 'same',
          unit: '00/99/9907/990701',
          discoveredAt: minutes * 60_000,
          reportedAt: minutes * 60_000,
          knownAt: minutes * 60_000,
        },
      }),
    ),
    id.map((incident): IncidentCommand => ({ type: 'LetGoOf', data: { incident } })),
  )
}
