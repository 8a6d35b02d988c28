// Who may do what, written by hand from the demands and the two plans by somebody who has not seen the table of the house.
// Ordered by clause; what is not listed here nobody may. access-over-http.test.ts holds the running house against it, both ways.
// Not here: whether a deed makes sense today (the streams), how it is tried out (deeds.fixture.ts).

/**
 * Whose thing it is, seen from the post: of its own unit, of a unit below, one of either of which it was told or given a task,
 * of a unit beside its own, of the unit above, and one about people of the school that is kept from the school.
 */
export type Whose = 'own' | 'below' | 'named' | 'beside' | 'above' | 'confined'

export interface Grant {
  /** Requirement, or document and place. */
  readonly clause: string
  /** Kind and type of the command, and which case of it where cases differ. */
  readonly what: string
  /** Posts of the plan. */
  readonly who: readonly string[]
  readonly whose: readonly Whose[]
  /** What in the source says so. */
  readonly source: string
}

const CHIEF = ['chief-invigilator']
const ROOM = ['chief-invigilator', 'invigilator']
/** The desk of a sample school: commander-in-chief and the two deputies (school 2.1). */
const SCHOOL = ['principal', 'deputy-teaching', 'deputy-logistics']
const INSPECTOR = ['school-inspector']
const STAFF = ['head-teaching', 'head-it', 'head-moral', 'school-doctor', 'security-captain', 'grade-leader']
const KEEPERS = ['instrument-keeper', 'exam-centre']
const HELPERS = ['tech-company', 'disease-control', 'police-officer', 'legal-adviser']
const COUNTY = ['county-lead', 'county-office']
const COUNTY_BESIDE = ['county-patrol', 'security-group', 'county-tech']
const PROVINCE = ['province-lead', 'province-office']
const PROVINCE_BESIDE = ['province-inspector', 'province-patrol']
const CENTRE = ['national-centre']
const NATION_BESIDE = ['national-inspector']
const ADMINISTRATOR = ['system-administrator']

const AT_SCHOOL = [...ROOM, ...SCHOOL, ...INSPECTOR, ...STAFF]
const BESIDE = [...COUNTY_BESIDE, ...PROVINCE_BESIDE, ...NATION_BESIDE]
/** The tiers above a school that take matters over; the centre only answers (B3, E4). */
const TIERS_ABOVE = [...COUNTY, ...PROVINCE]
/** Everybody who sees things happen and tells: of the school, of the tiers above it, and beside them. */
const WHO_TELLS = [...AT_SCHOOL, ...TIERS_ABOVE, ...CENTRE, ...BESIDE]

const OWN: readonly Whose[] = ['own']
const BELOW: readonly Whose[] = ['below']
const OWN_AND_BELOW: readonly Whose[] = ['own', 'below']
const NAMED: readonly Whose[] = ['named']

function grant(
  clause: string,
  what: string,
  who: readonly string[],
  whose: readonly Whose[],
  source: string,
): Grant {
  return { clause, what, who, whose, source }
}

/** In the order of the requirements. */
export const EXPECTED_GRANTS: readonly Grant[] = [
  // A · grading
  grant(
    'A1',
    'incident/Report',
    WHO_TELLS,
    OWN_AND_BELOW,
    'B5: whoever learns of it, no tier sits on it; B9: inspectors pass it on',
  ),
  grant('A1', 'incident/Report', KEEPERS, OWN, 'B12, D4: the keepers count, check seals and report at once'),
  grant(
    'A1',
    'incident/StateFacts',
    WHO_TELLS,
    OWN_AND_BELOW,
    'A1, A3: the grade follows from what those on the spot state',
  ),
  grant('A1', 'incident/StateFacts', KEEPERS, NAMED, 'B12: how many are missing is known by the keeper'),
  grant('A2', 'spread/JoinSpread', COUNTY, OWN, 'A2: joined under one incident of the county when it agrees'),
  grant('A2', 'spread/DeclineSpread', COUNTY, OWN, 'A2: the county is asked'),
  grant('A2', 'spread/PartSchool', COUNTY, OWN, 'A2: what it joined it can part'),
  grant(
    'A2',
    'twice/JoinTwice',
    INSPECTOR,
    OWN,
    'Issue 3: a proposal to the responsible inspector of the school',
  ),
  grant('A2', 'twice/RefuseTwice', INSPECTOR, OWN, 'Issue 3: the same'),
  grant('A2', 'twice/PartTwice', INSPECTOR, OWN, 'Issue 3: joining can be undone'),
  grant(
    'A6',
    'incident/Regrade',
    WHO_TELLS,
    OWN_AND_BELOW,
    'Issue 3: anyone concerned may raise; to lower is a proposal',
  ),
  grant(
    'A6',
    'incident/AgreeLowering at the county',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'Issue 3: lowering needs the tier above',
  ),
  grant(
    'A6',
    'incident/AgreeLowering at the province',
    PROVINCE,
    OWN_AND_BELOW,
    'Issue 3: and no tier below that one; E4: not the centre',
  ),
  grant('A6', 'incident/DeclineLowering at the county', TIERS_ABOVE, OWN_AND_BELOW, 'As for agreeing'),
  grant('A6', 'incident/DeclineLowering at the province', PROVINCE, OWN_AND_BELOW, 'As for agreeing'),
  grant('A7', 'incident/StartResponse', SCHOOL, OWN, 'School 2.1; plan commanders: principal, else a deputy'),
  grant(
    'A7',
    'incident/StartResponse',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'Plan commanders of county and province: the head, else the office',
  ),
  grant('A7', 'incident/ChangeResponse', SCHOOL, OWN, 'As for starting'),
  grant('A7', 'incident/ChangeResponse', TIERS_ABOVE, OWN_AND_BELOW, 'As for starting'),
  grant('A7', 'incident/EndResponse', SCHOOL, OWN, 'As for starting'),
  grant('A7', 'incident/EndResponse', TIERS_ABOVE, OWN_AND_BELOW, 'As for starting'),
  grant('A7', 'incident/TakeMeasure', AT_SCHOOL, OWN, 'A7: what saves life waits for no decision; B5'),
  grant(
    'A7',
    'incident/TakeMeasure',
    [...TIERS_ABOVE, ...COUNTY_BESIDE, ...PROVINCE_BESIDE],
    OWN_AND_BELOW,
    'B2: coordinates forces; B8: the patrol acts',
  ),
  grant('A7', 'incident/TakeMeasure', [...KEEPERS, ...HELPERS], NAMED, 'B12: protect the scene; school 2.2'),

  // B · handling
  grant(
    'B1',
    'incident/StateExample',
    INSPECTOR,
    OWN,
    'Architecture, The plan: the responsible inspector or a bureau that holds the handbook',
  ),
  grant('B1', 'incident/StateExample', TIERS_ABOVE, OWN_AND_BELOW, 'The same'),
  grant(
    'B1',
    'incident/Ask',
    [...SCHOOL, ...CHIEF, ...INSPECTOR],
    OWN,
    'B1: the school asks; B8, B10: from the room, at once',
  ),
  grant(
    'B2',
    'incident/Ask',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'B2, B3: the county asks the province, the province may ask the centre',
  ),
  grant(
    'B1',
    'incident/Answer',
    [...TIERS_ABOVE, ...CENTRE],
    BELOW,
    'B1-B3: the tier asked answers the one below',
  ),
  grant(
    'B1',
    'incident/Comply',
    [...SCHOOL, ...INSPECTOR],
    OWN,
    'B1: principal and responsible inspector carry the answer out',
  ),
  grant(
    'B3',
    'incident/Comply',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'B3: what the province decides the county carries out',
  ),
  grant(
    'B1',
    'incident/Handle at level 1',
    [...SCHOOL, ...CHIEF, ...INSPECTOR],
    OWN,
    'B1: the school; B7: settled in the room',
  ),
  grant(
    'B1',
    'incident/Handle at level 1',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'B5: a tier above may settle what comes to it',
  ),
  grant('B2', 'incident/Handle at level 2', TIERS_ABOVE, OWN_AND_BELOW, 'B2: the county handles it'),
  grant(
    'B3',
    'incident/Handle at level 3',
    PROVINCE,
    OWN_AND_BELOW,
    'B3, county 2(3): handled at the province',
  ),
  grant('B1', 'incident/Close at level 1', SCHOOL, OWN, 'B1: the school'),
  grant('B1', 'incident/Close at level 1', TIERS_ABOVE, OWN_AND_BELOW, 'As for handling'),
  grant('B2', 'incident/Close at level 2', TIERS_ABOVE, OWN_AND_BELOW, 'B2: the county'),
  grant(
    'B3',
    'incident/Close at level 3',
    PROVINCE,
    OWN_AND_BELOW,
    'B3, B4: the province, with its evaluation',
  ),
  grant('B1', 'incident/Reopen', SCHOOL, OWN, 'E2: nothing is edited away; who closes may open again'),
  grant('B1', 'incident/Reopen', TIERS_ABOVE, OWN_AND_BELOW, 'The same'),
  grant(
    'B4',
    'incident/Evaluate',
    PROVINCE,
    OWN_AND_BELOW,
    'B4; plan handling of level 3: evaluated by the province',
  ),
  grant('B5', 'incident/Acknowledge', SCHOOL, OWN, 'B5: the tier takes the matter over'),
  grant(
    'B5',
    'incident/Acknowledge',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'B5; E4: the centre is asked by a person and takes nothing over',
  ),
  grant('B5', 'incident/ReportOn', SCHOOL, OWN, 'B5: tier by tier; issue 3: follow-up and final reports'),
  grant('B5', 'incident/ReportOn', TIERS_ABOVE, OWN_AND_BELOW, 'The same; above the centre there is nobody'),
  grant(
    'B5',
    'incident/GiveTasks',
    SCHOOL,
    OWN,
    'Issue 3: an answer is turned into work for named people by the tier that got it',
  ),
  grant('B5', 'incident/GiveTasks', TIERS_ABOVE, OWN_AND_BELOW, 'The same'),
  grant(
    'B5',
    'incident/DoTask of the post',
    WHO_TELLS,
    OWN_AND_BELOW,
    'Issue 3: it comes back as done from whoever it was given to',
  ),
  grant('B5', 'incident/DoTask of the post', [...KEEPERS, ...HELPERS], NAMED, 'The same'),
  grant(
    'B5',
    'incident/DoTask of another',
    SCHOOL,
    OWN,
    'School 2.1: the command group answers for its people',
  ),
  grant('B5', 'incident/DoTask of another', TIERS_ABOVE, OWN_AND_BELOW, 'B5: so does each tier'),
  grant('B5', 'incident/Verify', TIERS_ABOVE, OWN_AND_BELOW, 'Issue 3: the receiving tier verifies'),
  grant('B5', 'incident/Dismiss', TIERS_ABOVE, OWN_AND_BELOW, 'Issue 3: mistaken reports are closed as such'),
  grant(
    'B5',
    'incident/Dismiss when refuted',
    SCHOOL,
    OWN,
    'Issue 3: also at the school, once a tier above found it untrue',
  ),
  grant('B5', 'incident/Dismiss when refuted', TIERS_ABOVE, OWN_AND_BELOW, 'The same'),
  grant(
    'B6',
    'incident/WriteDown of situation-record',
    [...SCHOOL, ...CHIEF, ...INSPECTOR],
    OWN,
    'B2: principal and inspector; B7: the chief writes it down',
  ),
  grant(
    'B6',
    'incident/WriteDown of school-report',
    [...SCHOOL, ...CHIEF, ...INSPECTOR],
    OWN,
    'B1, B6: the school files it',
  ),
  grant('B6', 'incident/WriteDown of county-report', COUNTY, OWN_AND_BELOW, 'B2, B6: the county files it'),
  grant(
    'B6',
    'incident/WriteDown of province-report',
    PROVINCE,
    OWN_AND_BELOW,
    'B4, B6: the province files it',
  ),
  grant(
    'B7',
    'incident/ProposeJoint on-the-spot',
    [...CHIEF, 'county-patrol'],
    OWN_AND_BELOW,
    'B7: chief invigilator and patrol',
  ),
  grant('B7', 'incident/AgreeJoint on-the-spot', [...CHIEF, 'county-patrol'], OWN_AND_BELOW, 'B7'),
  grant('B7', 'incident/DeclineJoint on-the-spot', [...CHIEF, 'county-patrol'], OWN_AND_BELOW, 'B7'),
  grant(
    'B8',
    'incident/ProposeJoint beyond-the-room',
    ['province-patrol', 'county-lead'],
    OWN_AND_BELOW,
    'B8: provincial patrol and head of the county group',
  ),
  grant('B8', 'incident/AgreeJoint beyond-the-room', ['province-patrol', 'county-lead'], OWN_AND_BELOW, 'B8'),
  grant(
    'B8',
    'incident/DeclineJoint beyond-the-room',
    ['province-patrol', 'county-lead'],
    OWN_AND_BELOW,
    'B8',
  ),
  grant(
    'B8',
    'handbook/EnterExamples',
    TIERS_ABOVE,
    OWN,
    'Issue 3: county and province enter the official examples',
  ),
  grant('B8', 'handbook/StrikeExample', TIERS_ABOVE, OWN, 'Who entered it'),
  grant(
    'B9',
    'incident/RaiseTo',
    [...SCHOOL, ...CHIEF, ...INSPECTOR],
    OWN,
    'B8: chief at once; B9: the school at once',
  ),
  grant(
    'B9',
    'incident/RaiseTo',
    [...TIERS_ABOVE, ...BESIDE],
    OWN_AND_BELOW,
    'B9: county and national inspector; B11: the patrol; B3: the province',
  ),
  grant(
    'B9',
    'incident/LogOral',
    WHO_TELLS,
    OWN_AND_BELOW,
    'B7-B11: orally or in writing; noted by who said or heard it',
  ),
  grant('B9', 'incident/LogOral', KEEPERS, NAMED, 'B12: by telephone to three addressees'),
  grant(
    'B10',
    'incident/StartHold',
    [...ROOM, ...SCHOOL, ...INSPECTOR],
    OWN,
    'B10: work waits from the room on',
  ),
  grant(
    'B10',
    'incident/StartHold',
    TIERS_ABOVE,
    OWN_AND_BELOW,
    'B10: they are told at once; E6: above may have it stop',
  ),
  grant(
    'B10',
    'incident/EndHold',
    [...CHIEF, ...SCHOOL, ...INSPECTOR],
    OWN,
    'B10: work goes on when the answer has come',
  ),
  grant('B10', 'incident/EndHold', TIERS_ABOVE, OWN_AND_BELOW, 'B10: or by the word from above'),
  grant('B16', 'incident/DoStep', AT_SCHOOL, OWN, 'B16: each step has a person responsible'),
  grant(
    'B16',
    'incident/DoStep',
    [...COUNTY, ...COUNTY_BESIDE],
    OWN_AND_BELOW,
    'B11, B16: steps of the county, its patrol and those beside it',
  ),
  grant('B16', 'incident/DoStep', [...KEEPERS, ...HELPERS], NAMED, 'B12, school 2.2: their steps'),
  grant('B16', 'incident/ReopenStep', AT_SCHOOL, OWN, 'E2: a wrong tick is taken back with its reason'),
  grant('B16', 'incident/ReopenStep', COUNTY, OWN_AND_BELOW, 'The same'),
  grant(
    'B16',
    'incident/SkipSteps',
    [...SCHOOL, ...CHIEF],
    OWN,
    'B1, B7: who leads there says what does not fit',
  ),
  grant('B16', 'incident/SkipSteps', TIERS_ABOVE, OWN_AND_BELOW, 'B2, B3: so does the tier that handles it'),

  // C · people
  grant('C1', 'unit/EstablishUnit', ADMINISTRATOR, OWN_AND_BELOW, 'Plan posts: keeps the accounts'),
  grant('C1', 'unit/RenameUnit', ADMINISTRATOR, OWN_AND_BELOW, 'The same'),
  grant(
    'C1',
    'person/RegisterPerson',
    ADMINISTRATOR,
    OWN_AND_BELOW,
    'C1: each post is bound to a named person',
  ),
  grant('C1', 'post/EstablishPost', ADMINISTRATOR, OWN_AND_BELOW, 'The same'),
  grant('C1', 'assignment/Assign', ADMINISTRATOR, OWN_AND_BELOW, 'The same'),
  grant('C1', 'assignment/EndAssignment', ADMINISTRATOR, OWN_AND_BELOW, 'The same'),
  grant(
    'C4',
    'incident/ConfirmReport',
    [...TIERS_ABOVE, ...CENTRE, ...BESIDE],
    OWN_AND_BELOW,
    'A4: somebody above has it; C4: those beside confirm for themselves',
  ),
  grant(
    'C4',
    'notice/MarkSeen',
    [...WHO_TELLS, ...KEEPERS, ...HELPERS],
    NAMED,
    'Experience 6: whoever was told says so, nobody for another',
  ),
  grant(
    'C4',
    'notice/Confirm',
    [...WHO_TELLS, ...KEEPERS, ...HELPERS],
    NAMED,
    'B9, C4: each confirms for itself',
  ),

  // E · during
  grant('E2', 'incident/SendMessage', WHO_TELLS, OWN_AND_BELOW, 'E2: one record of who knew and said what'),
  grant('E2', 'incident/SendMessage', [...KEEPERS, ...HELPERS], NAMED, 'The same'),
  grant('E2', 'incident/Attach', WHO_TELLS, OWN_AND_BELOW, 'Issue 3: attachments, by who tells'),
  grant('E2', 'incident/Attach', [...KEEPERS, ...HELPERS], NAMED, 'The same'),
  grant('E2', 'file/announce', WHO_TELLS, OWN_AND_BELOW, 'The bytes of what is attached'),
  grant('E2', 'file/announce', [...KEEPERS, ...HELPERS], NAMED, 'The same'),
  grant(
    'E2',
    'file/announce before the report',
    [...WHO_TELLS, ...KEEPERS],
    OWN,
    'E3: the picture may come before the report',
  ),
  grant(
    'E2',
    'incident/StrikeEntry of the author',
    WHO_TELLS,
    OWN_AND_BELOW,
    'Issue 3: a wrong entry is struck through with its reason',
  ),
  grant('E2', 'incident/StrikeEntry of the author', [...KEEPERS, ...HELPERS], NAMED, 'The same'),
  grant(
    'E2',
    'incident/StrikeEntry of another',
    SCHOOL,
    OWN,
    'By who leads at the tier of the author, or above',
  ),
  grant('E2', 'incident/StrikeEntry of another', [...TIERS_ABOVE, ...CENTRE], OWN_AND_BELOW, 'The same'),
  grant('E5', 'incident/SeeOpinion', WHO_TELLS, OWN_AND_BELOW, 'E5: what is seen where'),
  grant('E5', 'incident/FollowOpinion', WHO_TELLS, OWN_AND_BELOW, 'E5: how it goes on'),
  grant(
    'E5',
    'incident/JudgeOpinion',
    [...SCHOOL, ...STAFF],
    OWN,
    'E5: verified or not; school 2.1, 2.2: the public opinion team',
  ),
  grant('E5', 'incident/JudgeOpinion', TIERS_ABOVE, OWN_AND_BELOW, 'Issue 3: the receiving tier verifies'),
  grant(
    'E5',
    'incident/DraftWording',
    [...SCHOOL, ...STAFF],
    OWN,
    'School 2.1, 2.2: the public opinion team',
  ),
  grant('E5', 'incident/DraftWording', TIERS_ABOVE, OWN_AND_BELOW, 'E5: who answers'),
  grant('E5', 'incident/ApproveWording', ['principal'], OWN, 'Plan opinion: approved by the principal'),
  grant(
    'E5',
    'incident/ApproveWording',
    ['county-lead', 'county-office', 'province-lead'],
    OWN_AND_BELOW,
    'Plan opinion: or by the leading groups',
  ),
  grant('E5', 'incident/RefuseWording', ['principal'], OWN, 'Who could approve it'),
  grant(
    'E5',
    'incident/RefuseWording',
    ['county-lead', 'county-office', 'province-lead'],
    OWN_AND_BELOW,
    'Who could approve it',
  ),
  grant(
    'E5',
    'incident/PublishWording',
    [...SCHOOL, ...STAFF],
    OWN,
    'School 2.1, 2.2: they talk with parents and media',
  ),
  grant('E5', 'incident/PublishWording', TIERS_ABOVE, OWN_AND_BELOW, 'E5: who answers'),
  grant(
    'E6',
    'order/GiveOrder',
    TIERS_ABOVE,
    BELOW,
    'E6, plan orders: county and province order the schools',
  ),
  grant('E6', 'order/WithdrawOrder', TIERS_ABOVE, OWN_AND_BELOW, 'E6: who ordered, or the tier above'),
  grant(
    'E6',
    'receipt/Receive',
    [...SCHOOL, ...COUNTY],
    OWN,
    'E6, G1: each unit addressed confirms, nobody for it',
  ),
  grant('E6', 'receipt/CarryOut', [...SCHOOL, ...COUNTY], OWN, 'The same'),

  // G · the plan itself
  grant(
    'G1',
    'edition/IssueEdition',
    [...SCHOOL, ...TIERS_ABOVE, ...CENTRE],
    OWN,
    'G1, G2: each unit issues its own layer; its head or its office',
  ),
]

/** Given by the plan alone; over HTTP nobody may, whoever he is. */
export const ONLY_THE_PLAN: readonly string[] = [
  'incident/CiteExample',
  'incident/Join',
  'incident/Part',
  'incident/TakeIn',
  'incident/LetGoOf',
  'incident/Number',
  'incident/PassLimit',
  'notice/Tell',
  'receipt/Address',
  'receipt/Chase',
  'receipt/Revoke',
  'spread/NoteSchool',
  'twice/NoteReport',
]

/** Setting up a campaign is the house's own work (G1: a plan is put in force by issuing it); no post does it by a command. */
export const NOBODY: readonly string[] = [
  'campaign/OpenCampaign',
  'campaign/JoinUnit',
  'campaign/PutPlanInForce',
  // B5: what another tier was told to do is not taken up in its place.
  'incident/Comply of another tier',
]
