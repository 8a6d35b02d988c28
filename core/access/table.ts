// The access table: every command of every stream, by role and by how the thing lies to the actor. What is not
// listed is refused. Whether the deed makes sense is the stream's own `decide`, also where that hangs on the doer's tier;
// which tier may end an incident is the plan's; who sees what is scope.ts.

import type { SpreadCommand } from '../alike/spread.ts'
import type { TwiceCommand } from '../alike/twice.ts'
import type { EditionCommand } from '../edition/edition.ts'
import type { HandbookCommand } from '../handbook/handbook.ts'
import type { IncidentCommand } from '../incident/commands.ts'
import type { NoticeCommand } from '../notice/notice.ts'
import type { OrderCommand } from '../order/order.ts'
import type { ReceiptCommand } from '../receipt/receipt.ts'
import type { StreamKind } from '../streams.ts'
import type { AssignmentCommand } from '../who/assignment.ts'
import type { CampaignCommand } from '../who/campaign.ts'
import type { PersonCommand } from '../who/person.ts'
import type { PostCommand } from '../who/post.ts'
import type { UnitCommand } from '../who/unit.ts'
import type { ActingRole } from './actor.ts'

/**
 * own: in the actor's own unit · below: in a unit under it · named: he reported it, was told, is asked or is named
 * in it, wherever it lies · anywhere: no place is asked for, the stream itself knows whose it is.
 */
export type Place = 'own' | 'below' | 'named' | 'anywhere'

export interface Grant {
  readonly roles: readonly ActingRole[]
  readonly places: readonly Place[]
}

const grant = (roles: readonly ActingRole[], ...places: Place[]): Grant => ({ roles, places })

const FIELD = ['invigilator', 'chief', 'school-staff'] as const
const HEADS = ['school-lead', 'school-inspector'] as const
const SCHOOL = [...FIELD, ...HEADS] as const
const COUNTY = ['county-desk', 'county-lead'] as const
const PROVINCE = ['province-desk', 'province-lead'] as const
const ABOVE = [...COUNTY, ...PROVINCE] as const
/** C4: beside the line; they report, confirm and speak, and decide nothing in a tier's place. */
const OBSERVERS = ['county-observer', 'province-observer', 'nation-observer'] as const
/** Of those beside the line, who goes from school to school and acts there (B8, B11–B14). */
const GOING_ROUND = ['county-observer', 'province-observer'] as const
/** Let in only where they are named: outside helpers, keepers, observers with a step of their own. */
const NAMED = ['keeper', 'outside', ...OBSERVERS] as const
const EVERYONE = [...SCHOOL, ...ABOVE, ...OBSERVERS, 'nation-desk', 'keeper', 'outside'] as const

const BY_THE_PLAN = [grant(['plan'], 'anywhere')]
const BY_ADMINISTRATOR = [grant(['administrator'], 'own', 'below'), grant(['plan'], 'anywhere')]
const FOR_RECEIVER = [grant([...EVERYONE, 'administrator'], 'anywhere')]

type Rows<Command extends { readonly type: string }> = Readonly<Record<Command['type'], readonly Grant[]>>

const incident: Rows<IncidentCommand> = {
  Report: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS, 'keeper'], 'own', 'below'),
    grant(['plan'], 'anywhere'),
  ],
  StateFacts: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS], 'own', 'below'),
    grant(['keeper'], 'named'),
  ],
  // A6: anyone concerned may raise; what lowers becomes a proposal to the tier above.
  Regrade: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  Acknowledge: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  // A7: of these, whom the plan names as commanders; at levels 2 and 3 a tier above responds on the school's incident.
  StartResponse: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  ChangeResponse: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  EndResponse: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  StateExample: [grant(['school-inspector'], 'own'), grant(ABOVE, 'own', 'below')],
  // B8: what the chief cannot solve in the room goes up at once; what comes down the principal and the inspector carry out.
  Ask: [grant(['chief', ...HEADS], 'own'), grant(ABOVE, 'own', 'below')],
  Answer: [grant([...ABOVE, 'nation-desk'], 'own', 'below')],
  Comply: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  // B16: whoever goes round ticks the steps that are his own.
  DoStep: [grant(SCHOOL, 'own'), grant([...COUNTY, ...GOING_ROUND], 'own', 'below'), grant(NAMED, 'named')],
  ReopenStep: [grant(SCHOOL, 'own'), grant(COUNTY, 'own', 'below')],
  TakeMeasure: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...GOING_ROUND], 'own', 'below'),
    grant(NAMED, 'named'),
  ],
  SendMessage: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS, 'nation-desk'], 'own', 'below'),
    grant(['keeper', 'outside'], 'named'),
  ],
  ConfirmReport: [grant([...ABOVE, ...OBSERVERS, 'nation-desk'], 'own', 'below')],
  Handle: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  // B7: the chief writes the situation record, and no other form.
  WriteDown: [grant(['chief', ...HEADS], 'own'), grant(ABOVE, 'own', 'below')],
  Close: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  // Whoever may end it may open it again.
  Reopen: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  StartHold: [grant(['chief', 'invigilator', ...HEADS], 'own'), grant(ABOVE, 'own', 'below')],
  EndHold: [grant(['chief', ...HEADS], 'own'), grant(ABOVE, 'own', 'below')],
  // B7, B8: of these, the posts that the plan's joint decision names.
  ProposeJoint: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  AgreeJoint: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  DeclineJoint: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  SkipSteps: [grant(['chief', ...HEADS], 'own'), grant(ABOVE, 'own', 'below')],
  AgreeLowering: [grant(ABOVE, 'own', 'below')],
  DeclineLowering: [grant(ABOVE, 'own', 'below')],
  Verify: [grant(ABOVE, 'own', 'below')],
  Dismiss: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  StrikeEntry: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS, 'nation-desk'], 'own', 'below'),
    grant(['keeper', 'outside'], 'named'),
  ],
  // B4: of these, the tier that the plan has evaluate.
  Evaluate: [grant(ABOVE, 'own', 'below')],
  // B9: county and national inspectors go to the province at once.
  RaiseTo: [grant(['chief', ...HEADS], 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  LogOral: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS, 'nation-desk'], 'own', 'below'),
    grant(['keeper', 'outside'], 'named'),
  ],
  ReportOn: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  GiveTasks: [grant(HEADS, 'own'), grant(ABOVE, 'own', 'below')],
  DoTask: [grant(SCHOOL, 'own'), grant(ABOVE, 'own', 'below'), grant(NAMED, 'named')],
  SeeOpinion: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  // E5: of the school's staff, whom the plan has watch public opinion.
  JudgeOpinion: [grant(['school-staff', 'school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  FollowOpinion: [grant(SCHOOL, 'own'), grant([...ABOVE, ...OBSERVERS], 'own', 'below')],
  DraftWording: [grant(['school-staff', 'school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  // E5: of these, whom the plan lets approve, and never whoever drafted it.
  ApproveWording: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  RefuseWording: [grant(['school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  PublishWording: [grant(['school-staff', 'school-lead'], 'own'), grant(ABOVE, 'own', 'below')],
  Attach: [
    grant(SCHOOL, 'own'),
    grant([...ABOVE, ...OBSERVERS, 'nation-desk'], 'own', 'below'),
    grant(['keeper', 'outside'], 'named'),
  ],
  CiteExample: BY_THE_PLAN,
  Join: BY_THE_PLAN,
  Part: BY_THE_PLAN,
  TakeIn: BY_THE_PLAN,
  LetGoOf: BY_THE_PLAN,
  PassOn: BY_THE_PLAN,
  Number: BY_THE_PLAN,
  PassLimit: BY_THE_PLAN,
}

const notice: Rows<NoticeCommand> = {
  Tell: BY_THE_PLAN,
  MarkSeen: FOR_RECEIVER,
  Confirm: FOR_RECEIVER,
}

const unit: Rows<UnitCommand> = { EstablishUnit: BY_ADMINISTRATOR, RenameUnit: BY_ADMINISTRATOR }
const campaign: Rows<CampaignCommand> = {
  OpenCampaign: BY_ADMINISTRATOR,
  JoinUnit: BY_ADMINISTRATOR,
  PutPlanInForce: BY_ADMINISTRATOR,
}
const person: Rows<PersonCommand> = { RegisterPerson: BY_ADMINISTRATOR }
const post: Rows<PostCommand> = { EstablishPost: BY_ADMINISTRATOR }
const assignment: Rows<AssignmentCommand> = { Assign: BY_ADMINISTRATOR, EndAssignment: BY_ADMINISTRATOR }

const order: Rows<OrderCommand> = {
  GiveOrder: [grant([...ABOVE, 'nation-desk'], 'own')],
  WithdrawOrder: [grant([...ABOVE, 'nation-desk'], 'own')],
}
const receipt: Rows<ReceiptCommand> = {
  Address: BY_THE_PLAN,
  // E6: the head answers for the school; somebody else's tick must not stop the chase.
  Receive: [grant(['school-lead', ...ABOVE], 'own')],
  CarryOut: [grant(['school-lead', ...ABOVE], 'own')],
  Chase: BY_THE_PLAN,
  Revoke: BY_THE_PLAN,
}
const spread: Rows<SpreadCommand> = {
  NoteSchool: BY_THE_PLAN,
  JoinSpread: [grant(COUNTY, 'own')],
  DeclineSpread: [grant(COUNTY, 'own')],
  PartSchool: [grant(COUNTY, 'own')],
  ForgetSchool: BY_THE_PLAN,
  EndSpread: BY_THE_PLAN,
}
const twice: Rows<TwiceCommand> = {
  NoteReport: BY_THE_PLAN,
  JoinTwice: [grant(['school-inspector'], 'own')],
  RefuseTwice: [grant(['school-inspector'], 'own')],
  PartTwice: [grant(['school-inspector'], 'own')],
}
const handbook: Rows<HandbookCommand> = {
  EnterExamples: [grant(ABOVE, 'own')],
  StrikeExample: [grant(ABOVE, 'own')],
}
const edition: Rows<EditionCommand> = {
  IssueEdition: [grant(['school-lead', 'county-lead', 'province-lead', 'nation-desk'], 'own')],
}

/** Stream kind → command type → who may give it, and where. */
export const ACCESS = {
  incident,
  notice,
  unit,
  campaign,
  person,
  post,
  assignment,
  order,
  receipt,
  spread,
  twice,
  handbook,
  edition,
} as const

/** The commands that bring an incident to its end or take that back: for the tier that the plan names for its level, and those above (B1–B3). */
export const ENDING: ReadonlySet<string> = new Set<IncidentCommand['type']>(['Handle', 'Close', 'Reopen'])

/** Commands that begin a stream, and those that only the plan gives: no screen offers them on a thing that is there. */
export const NEVER_OFFERED: Readonly<Record<StreamKind, ReadonlySet<string>>> = {
  incident: new Set<IncidentCommand['type']>([
    'Report',
    'Number',
    'PassLimit',
    'CiteExample',
    'Join',
    'Part',
    'TakeIn',
    'LetGoOf',
    'PassOn',
  ]),
  notice: new Set<NoticeCommand['type']>(['Tell']),
  unit: new Set<UnitCommand['type']>(['EstablishUnit']),
  campaign: new Set<CampaignCommand['type']>(['OpenCampaign']),
  person: new Set<PersonCommand['type']>(['RegisterPerson']),
  post: new Set<PostCommand['type']>(['EstablishPost']),
  assignment: new Set<AssignmentCommand['type']>(['Assign']),
  order: new Set<OrderCommand['type']>(['GiveOrder']),
  receipt: new Set<ReceiptCommand['type']>(['Address', 'Chase', 'Revoke']),
  spread: new Set<SpreadCommand['type']>(['NoteSchool', 'ForgetSchool', 'EndSpread']),
  twice: new Set<TwiceCommand['type']>(['NoteReport']),
  handbook: new Set<HandbookCommand['type']>([]),
  edition: new Set<EditionCommand['type']>([]),
}
