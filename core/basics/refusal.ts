// A refusal is an answer, not an explosion: what was not done, why, who could, and what is kept.
// The sentences live in core/words/refusal.ts, one per code; here is only the value.

/** Facts as string codes, `thing.state`. Each has its sentence in both languages in core/words/refusal.ts. */
export type RefusalCode =
  | 'incident.unknown'
  | 'incident.exists'
  | 'incident.closed'
  | 'incident.not-handled'
  | 'incident.not-confirmed'
  | 'incident.not-asked'
  | 'incident.open-ask'
  | 'incident.not-recorded'
  | 'incident.not-graded-lower'
  | 'scenario.unknown'
  | 'fact.unknown'
  | 'fact.value'
  | 'step.unknown'
  | 'step.not-done'
  | 'ask.unknown'
  | 'ask.answered'
  | 'ask.exists'
  | 'ask.nobody-above'
  | 'answer.unknown'
  | 'answer.not-complied'
  | 'response.started'
  | 'form.unknown'
  | 'text.missing'
  | 'text.unstorable'
  | 'room.unknown'
  | 'unit.unknown'
  | 'unit.exists'
  | 'campaign.unknown'
  | 'campaign.exists'
  | 'person.exists'
  | 'person.unknown'
  | 'post.unknown'
  | 'assignment.exists'
  | 'assignment.unknown'
  | 'assignment.ended'
  | 'notice.unknown'
  | 'notice.not-yours'
  | 'plan.unknown'
  | 'not-allowed'
  | 'not-found'
  | 'command.reused'
  | 'command.unknown'

export interface Refusal {
  readonly code: RefusalCode
  /** Field of the command that was wrong, dotted, e.g. `facts.impact.order`. */
  readonly field?: string
  /** Values for the sentence's holes: a level, a step, a name of a post. Never personal data. */
  readonly values?: Readonly<Record<string, string | number>>
  /** Post ids of the plan whose holder could do it; the screen names them. */
  readonly whoCould?: readonly string[]
}

/** A decision that nothing was done, and why; `more` says where and who could. */
export function refuse(code: RefusalCode, more: Omit<Refusal, 'code'> = {}): { readonly refused: Refusal } {
  return { refused: { code, ...more } }
}
