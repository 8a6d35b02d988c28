// What comes of a command on an incident: events, nothing new, or a refusal. Whether the doer may is core/access;
// how each kind is decided lies in the decide-… files beside this one.

import { refuse } from '../basics/refusal.ts'
import { nothingNew } from '../basics/stream.ts'
import { type IncidentCommand, OBSERVATIONS } from './commands.ts'
import { attach } from './decide-attach.ts'
import { passLimit } from './decide-clock.ts'
import { close, handle, reopen, writeDown } from './decide-end.ts'
import { regrade, report, stateFacts } from './decide-grade.ts'
import { endHold, startHold } from './decide-hold.ts'
import { citeExample, join, letGoOf, part, takeIn } from './decide-join.ts'
import { agreeJoint, declineJoint, proposeJoint } from './decide-joint.ts'
import { acknowledge, answer, ask, comply, confirmReport, passOn, stateExample } from './decide-line.ts'
import { agreeLowering, declineLowering } from './decide-lowering.ts'
import { followOpinion, judgeOpinion, seeOpinion } from './decide-opinion.ts'
import { changeResponse, endResponse, startResponse } from './decide-response.ts'
import { strikeEntry } from './decide-strike.ts'
import { doTask, giveTasks } from './decide-tasks.ts'
import { logOral, raiseTo, reportOn } from './decide-up.ts'
import { dismiss, evaluate, verify } from './decide-verdict.ts'
import { approveWording, draftWording, publishWording, refuseWording } from './decide-wording.ts'
import { doStep, reopenStep, sendMessage, skipSteps, takeMeasure } from './decide-work.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

/**
 * Decides `command` on today's state. A field fact is taken even when the incident is closed (a tick made before
 * arrives after) or goes on under another; a request on such a one is refused, except for what settles it.
 */
export function decide(
  state: Incident,
  command: IncidentCommand,
  context: IncidentContext,
): IncidentDecision {
  if (command.type === 'Report') return report(state, command.data, context)
  if (state.status === 'unreported') return refuse('incident.unknown')
  if (state.status === 'joined' && !PASSES_JOINED.has(command.type)) return onJoined(command)
  if (command.type === 'Reopen') return reopen(state, command.data)
  if (state.status === 'closed' && !PASSES_CLOSED.has(command.type)) return onClosed(command)
  switch (command.type) {
    case 'StateFacts':
      return stateFacts(state, command.data, context)
    case 'Regrade':
      return regrade(state, command.data, context)
    case 'Acknowledge':
      return acknowledge(state, context)
    case 'StartResponse':
      return startResponse(state, command.data, context)
    case 'StateExample':
      return stateExample(state, command.data, context)
    case 'Ask':
      return ask(state, command.data, context)
    case 'Answer':
      return answer(state, command.data, context)
    case 'Comply':
      return comply(state, command.data, context)
    case 'DoStep':
      return doStep(state, command.data, context)
    case 'ReopenStep':
      return reopenStep(state, command.data, context)
    case 'TakeMeasure':
      return takeMeasure(command.data, context)
    case 'SendMessage':
      return sendMessage(command.data)
    case 'ConfirmReport':
      return confirmReport(state, context)
    case 'Handle':
      return handle(state, command.data, context)
    case 'WriteDown':
      return writeDown(state, command.data, context)
    case 'Close':
      return close(state, context)
    case 'ChangeResponse':
      return changeResponse(state, command.data, context)
    case 'EndResponse':
      return endResponse(state, command.data, context)
    case 'StartHold':
      return startHold(state, command.data, context)
    case 'EndHold':
      return endHold(state, command.data, context)
    case 'ProposeJoint':
      return proposeJoint(state, command.data, context)
    case 'AgreeJoint':
      return agreeJoint(state, command.data, context)
    case 'DeclineJoint':
      return declineJoint(state, command.data, context)
    case 'AgreeLowering':
      return agreeLowering(state, command.data, context)
    case 'DeclineLowering':
      return declineLowering(state, command.data, context)
    case 'Verify':
      return verify(state, command.data, context)
    case 'Dismiss':
      return dismiss(state, command.data, context)
    case 'StrikeEntry':
      return strikeEntry(state, command.data, context)
    case 'Evaluate':
      return evaluate(state, command.data, context)
    case 'RaiseTo':
      return raiseTo(state, command.data, context)
    case 'LogOral':
      return logOral(state, command.data, context)
    case 'ReportOn':
      return reportOn(state, command.data, context)
    case 'GiveTasks':
      return giveTasks(state, command.data, context)
    case 'DoTask':
      return doTask(state, command.data, context)
    case 'Join':
      return join(state, command.data)
    case 'Part':
      return part(state, command.data)
    case 'TakeIn':
      return takeIn(state, command.data)
    case 'PassOn':
      return passOn(state, command.data)
    case 'LetGoOf':
      return letGoOf(state, command.data)
    case 'CiteExample':
      return citeExample(state, command.data)
    case 'SeeOpinion':
      return seeOpinion(state, command.data, context)
    case 'JudgeOpinion':
      return judgeOpinion(state, command.data, context)
    case 'FollowOpinion':
      return followOpinion(state, command.data, context)
    case 'DraftWording':
      return draftWording(state, command.data)
    case 'ApproveWording':
      return approveWording(state, command.data, context)
    case 'RefuseWording':
      return refuseWording(state, command.data, context)
    case 'PublishWording':
      return publishWording(state, command.data, context)
    case 'Attach':
      return attach(state, command.data)
    case 'SkipSteps':
      return skipSteps(state, command.data, context)
    case 'Number':
      return number(state, command.data.number)
    case 'PassLimit':
      return passLimit(state, command.data, context)
    default:
      return unknown(command)
  }
}

/** Also what the plan was told elsewhere of joining, and the word on whether it was true, which may come later than the end. */
const PASSES_CLOSED: ReadonlySet<IncidentCommand['type']> = new Set<IncidentCommand['type']>([
  ...OBSERVATIONS,
  'Verify',
  'Join',
  'Part',
  'TakeIn',
  'LetGoOf',
])

/** What belongs to this record alone stays with it: its number, its truth, its wrong lines. */
const PASSES_JOINED: ReadonlySet<IncidentCommand['type']> = new Set<IncidentCommand['type']>([
  ...PASSES_CLOSED,
  'StrikeEntry',
  'Number',
])

/** The plan's own commands and a second closing find nothing to do; a person's request is told why. */
function onClosed(command: IncidentCommand): IncidentDecision {
  return command.type === 'Close' || BY_ITSELF.has(command.type) ? nothingNew : refuse('incident.closed')
}

/** One matter with another incident: clocks run and work is done there. */
function onJoined(command: IncidentCommand): IncidentDecision {
  return BY_ITSELF.has(command.type) ? nothingNew : refuse('incident.joined')
}

/** Commands of the plan that find nothing to do where nothing goes on. */
const BY_ITSELF: ReadonlySet<IncidentCommand['type']> = new Set<IncidentCommand['type']>([
  'Number',
  'PassLimit',
  'CiteExample',
])

function number(state: Incident, given: string): IncidentDecision {
  if (state.number !== undefined) return nothingNew
  return { events: [{ type: 'Numbered', data: { number: given } }] }
}

/** Compiles only while every command has its case; a client of another version meets a refusal. */
function unknown(_command: never): IncidentDecision {
  return refuse('command.unknown')
}
