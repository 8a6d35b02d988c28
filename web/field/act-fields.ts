// Which fields each form has, in their order, and what kind each is. Pure data; what they become is act-form.ts, how they are
// drawn act-field.tsx. Types without a row are sent at once.

/** How a field is asked: `words` long text · `line` one line · the others as choices of the plan, the place or the hour. */
export type FieldKind =
  | 'words'
  | 'line'
  | 'minutes'
  | 'event-level'
  | 'response-level'
  | 'form'
  | 'listed'
  | 'verdict'
  | 'spread'
  | 'tier-above'
  | 'tier'
  | 'time'
  | 'room'
  | 'series'
  | 'joint'
  | 'steps'
  | 'tasks'
  | 'points'

export interface FormField {
  readonly name: string
  readonly kind: FieldKind
  readonly must: boolean
}

const must = (name: string, kind: FieldKind = 'words'): FormField => ({ name, kind, must: true })
const may = (name: string, kind: FieldKind = 'words'): FormField => ({ name, kind, must: false })

export const ACT_FIELDS: Readonly<Record<string, readonly FormField[]>> = {
  SendMessage: [must('words')],
  TakeMeasure: [must('measure')],
  StateFacts: [may('words')],
  Ask: [must('question'), may('proposal'), may('tier', 'tier-above')],
  Answer: [must('instruction')],
  StateExample: [must('listed', 'listed'), may('reference')],
  StartResponse: [must('expectedMinutes', 'minutes'), must('measures')],
  ChangeResponse: [
    must('responseLevel', 'response-level'),
    must('expectedMinutes', 'minutes'),
    must('measures'),
    must('reason'),
  ],
  EndResponse: [must('reason')],
  Regrade: [must('eventLevel', 'event-level'), must('responseLevel', 'response-level'), must('reason')],
  Handle: [must('outcome')],
  WriteDown: [must('form', 'form'), may('reference', 'line')],
  ReopenStep: [must('reason')],
  Reopen: [must('reason')],
  StartHold: [may('room', 'room'), must('reason')],
  EndHold: [may('reason')],
  ProposeJoint: [must('kind', 'joint'), must('words')],
  DeclineJoint: [must('reason')],
  SkipSteps: [must('steps', 'steps'), must('reason')],
  AgreeLowering: [may('reason')],
  DeclineLowering: [must('reason')],
  Verify: [must('verdict', 'verdict'), may('words')],
  Dismiss: [must('reason')],
  StrikeEntry: [must('reason')],
  Evaluate: [must('points', 'points')],
  RaiseTo: [must('tier', 'tier-above'), must('words')],
  LogOral: [
    must('from', 'line'),
    must('to', 'line'),
    must('toTier', 'tier'),
    must('saidAt', 'time'),
    must('words'),
  ],
  ReportOn: [must('kind', 'series'), must('words')],
  GiveTasks: [must('tasks', 'tasks')],
  DoTask: [must('effect')],
  SeeOpinion: [
    must('where', 'line'),
    may('link', 'line'),
    must('spread', 'spread'),
    must('seenAt', 'time'),
    may('words'),
  ],
  JudgeOpinion: [must('verdict', 'verdict'), may('words')],
  FollowOpinion: [must('spread', 'spread'), must('words')],
  DraftWording: [must('words')],
  RefuseWording: [must('reason')],
  PublishWording: [must('where', 'line'), must('publishedAt', 'time')],
}

/** The id that a command names of what it is about: a task, a hold, a line of the story. */
export const ABOUT: Readonly<Record<string, string>> = {
  Answer: 'ask',
  ReopenStep: 'step',
  EndHold: 'hold',
  AgreeJoint: 'decision',
  DeclineJoint: 'decision',
  AgreeLowering: 'lowering',
  DeclineLowering: 'lowering',
  StrikeEntry: 'entry',
  GiveTasks: 'answer',
  DoTask: 'task',
  JudgeOpinion: 'opinion',
  FollowOpinion: 'opinion',
  DraftWording: 'opinion',
  ApproveWording: 'wording',
  RefuseWording: 'wording',
  PublishWording: 'wording',
}

/** The id that a command makes for what it opens. */
export const OPENS: Readonly<Record<string, string>> = {
  Ask: 'ask',
  Answer: 'answer',
  StartHold: 'hold',
  ProposeJoint: 'decision',
  LogOral: 'oral',
  ReportOn: 'report',
  SeeOpinion: 'opinion',
  DraftWording: 'wording',
  Regrade: 'lowering',
}
