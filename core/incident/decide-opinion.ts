// Public opinion (E5): what was seen, whether it is true, wordings drafted by one and approved by another, published, followed.

import { refuse } from '../basics/refusal.ts'
import type {
  ApproveWording,
  DraftWording,
  FollowOpinion,
  JudgeOpinion,
  PublishWording,
  RefuseWording,
  SeeOpinion,
} from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function seeOpinion(
  _state: Incident,
  _data: SeeOpinion['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function judgeOpinion(
  _state: Incident,
  _data: JudgeOpinion['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function followOpinion(
  _state: Incident,
  _data: FollowOpinion['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function draftWording(
  _state: Incident,
  _data: DraftWording['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function approveWording(
  _state: Incident,
  _data: ApproveWording['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function refuseWording(
  _state: Incident,
  _data: RefuseWording['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function publishWording(
  _state: Incident,
  _data: PublishWording['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
