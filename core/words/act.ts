// What a person can do, in words: the button, the form behind it, and the name of the deed in the outbox. More forms lie in
// act-course.ts and act-line.ts and are joined here.
// Which of them a post may do is core/access; timeline lines of what was done are incident.ts.

import { courseActWords } from './act-course.ts'
import { lineActWords } from './act-line.ts'
import type { Words } from './say.ts'

export const actWords = {
  ...courseActWords,
  ...lineActWords,
  'deed.Report': { zh: '报告', en: 'Report' },
  'deed.StateFacts': { zh: '补充情况', en: 'More facts' },
  'deed.Regrade': { zh: '改定等级', en: 'Change the grade' },
  'deed.Acknowledge': { zh: '确认收到，接手处置', en: 'Take over' },
  'deed.StartResponse': { zh: '启动响应', en: 'Start the response' },
  'deed.StateExample': { zh: '说明手册有没有示例', en: 'Say whether the handbook lists it' },
  'deed.Ask': { zh: '请示', en: 'Ask for instructions' },
  'deed.Answer': { zh: '答复', en: 'Answer' },
  'deed.Comply': { zh: '收到，照办', en: 'Will do' },
  'deed.DoStep': { zh: '做完一步', en: 'Step done' },
  'deed.ReopenStep': { zh: '撤回一步', en: 'Step taken back' },
  'deed.TakeMeasure': { zh: '采取措施，记下来', en: 'Take a measure and note it' },
  'deed.SendMessage': { zh: '消息', en: 'Message' },
  'deed.ConfirmReport': { zh: '确认收到报告', en: 'Confirm the report' },
  'deed.Handle': { zh: '写处置结果', en: 'Say how it ended' },
  'deed.WriteDown': { zh: '表已填好', en: 'A form is filed' },
  'deed.Close': { zh: '办结', en: 'Close' },
  'deed.Reopen': { zh: '重新打开', en: 'Reopen' },
  'deed.ChangeResponse': { zh: '调整响应', en: 'Change the response' },
  'deed.EndResponse': { zh: '结束响应', en: 'End the response' },
  'deed.StartHold': { zh: '停下，等答复', en: 'Hold until the answer comes' },
  'deed.EndHold': { zh: '恢复', en: 'Go on' },
  'deed.ProposeJoint': { zh: '现场共同决定', en: 'Decide together on the spot' },
  'deed.AgreeJoint': { zh: '同意这样办', en: 'Agree' },
  'deed.DeclineJoint': { zh: '不同意', en: 'Do not agree' },
  'deed.SkipSteps': { zh: '有的步骤不做', en: 'Leave steps out' },
  'deed.AgreeLowering': { zh: '同意降低等级', en: 'Agree to the lower grade' },
  'deed.DeclineLowering': { zh: '不同意降低等级', en: 'Decline the lower grade' },
  'deed.Verify': { zh: '核实', en: 'Say whether it is true' },
  'deed.Dismiss': { zh: '按误报办结', en: 'Dismiss as a mistake' },
  'deed.StrikeEntry': { zh: '划掉一行', en: 'Strike a line through' },
  'deed.Evaluate': { zh: '写评估', en: 'Write the evaluation' },
  'deed.RaiseTo': { zh: '直接报到更高一级', en: 'Take it to a higher tier' },
  'deed.LogOral': { zh: '记下口头报告', en: 'Note an oral report' },
  'deed.ReportOn': { zh: '续报、终报', en: 'Follow-up or final report' },
  'deed.GiveTasks': { zh: '交办', en: 'Give out work' },
  'deed.DoTask': { zh: '办完，回话', en: 'Done; say what came of it' },
  'deed.SeeOpinion': { zh: '记下舆情', en: 'Note what is seen in public' },
  'deed.JudgeOpinion': { zh: '核实舆情', en: 'Say whether it is true' },
  'deed.FollowOpinion': { zh: '跟踪舆情', en: 'Follow how it goes on' },
  'deed.DraftWording': { zh: '拟答复口径', en: 'Draft a wording' },
  'deed.ApproveWording': { zh: '审过口径', en: 'Approve the wording' },
  'deed.RefuseWording': { zh: '口径不通过', en: 'Do not approve the wording' },
  'deed.PublishWording': { zh: '记下发布', en: 'Note where it was published' },
  'deed.Attach': { zh: '附上文件', en: 'Attach a file' },
  'deed.GiveOrder': { zh: '下指令', en: 'Give an order' },
  'deed.WithdrawOrder': { zh: '撤回指令', en: 'Withdraw the order' },
  'deed.Receive': { zh: '确认收到', en: 'Confirm that it came' },
  'deed.CarryOut': { zh: '已照办，回话', en: 'Carried out; say what came of it' },
  'deed.JoinSpread': { zh: '归为县里的一件', en: 'Join under one incident of the county' },
  'deed.DeclineSpread': { zh: '不归并', en: 'Leave them apart' },
  'deed.PartSchool': { zh: '把一所学校拆出来', en: 'Take a school out again' },
  'deed.JoinTwice': { zh: '是同一件事，并起来', en: 'The same matter: join them' },
  'deed.RefuseTwice': { zh: '不是同一件事', en: 'Not the same matter' },
  'deed.PartTwice': { zh: '拆开', en: 'Part them' },
  'deed.EnterExamples': { zh: '录入手册示例', en: 'Enter examples of the handbook' },
  'deed.StrikeExample': { zh: '划掉一条示例', en: 'Strike an example' },
  'deed.IssueEdition': { zh: '印发预案', en: 'Issue the plan' },
  'deed.MarkSeen': { zh: '已看', en: 'Seen' },
  'deed.Confirm': { zh: '确认看到', en: 'Confirmed' },
  'deed.other': { zh: '一项操作', en: 'A deed' },

  'act.supplement': { zh: '补充', en: 'Add' },
  'act.ask': { zh: '请示', en: 'Ask' },
  'act.photo': { zh: '拍照', en: 'Photo' },
  'act.more': { zh: '更多', en: 'More' },

  'form.send': { zh: '送出', en: 'Send' },
  'form.sending': { zh: '正在送出…', en: 'Sending…' },
  'form.kept': { zh: '写的随时存在本机', en: 'Kept on this device while you write' },
  'form.missing': { zh: '还没写：{field}', en: 'Still missing: {field}' },

  'SendMessage.words': { zh: '消息', en: 'Message' },
  'SendMessage.words.hint': {
    zh: '所有知道这件事的岗位都能看到',
    en: 'Every post that knows of this can read it',
  },
  'TakeMeasure.measure': { zh: '做了什么', en: 'What was done' },
  'TakeMeasure.measure.hint': { zh: '例：已启用第 3 备用测试室', en: 'For example: spare room 3 is in use' },
  'StateFacts.words': { zh: '说明（可以不写）', en: 'A word about it (optional)' },
  'StateFacts.text': {
    zh: '改了的会马上重新定级，原来的也留着。',
    en: 'What changes is graded again at once; the old grade stays on record.',
  },
  'StateFacts.nothing': { zh: '还没改任何一项', en: 'Nothing changed yet' },
  'Ask.question': { zh: '请示什么？', en: 'What do you ask?' },
  'Ask.proposal': { zh: '你的建议（3级必须写）', en: 'What you propose (needed at level 3)' },
  'Ask.text': {
    zh: '报给{tier}值班；答复到了，显示在最上面。',
    en: 'Goes to the duty desk of {tier}; the answer appears at the top.',
  },
  'Answer.instruction': { zh: '答复、指令', en: 'Answer or instruction' },
  'Answer.instruction.hint': {
    zh: '一句一件事，写明谁做、做到什么为止',
    en: 'One thing to a sentence: who does what, until when',
  },
  'Answer.to': { zh: '请示：{question}', en: 'Asked: {question}' },
  'Acknowledge.text': {
    zh: '接手后，这件事由{tier}处置，确认时间写进经过。',
    en: 'It is then handled by {tier}; the time is recorded.',
  },
  'ConfirmReport.text': { zh: '确认你这里已收到这份报告。', en: 'Confirms that you have the report.' },
  'StateExample.listed': {
    zh: '当年手册里有这种情况的示例吗？',
    en: 'Does this year’s handbook list an example?',
  },
  'StateExample.listed.yes': { zh: '有', en: 'Yes' },
  'StateExample.listed.no': { zh: '没有', en: 'No' },
  'StateExample.reference': { zh: '第几号或第几页', en: 'Number or page' },
  'StartResponse.expectedMinutes': {
    zh: '预计多少分钟（说不准就不改）',
    en: 'Expected minutes (leave it if unsure)',
  },
  'StartResponse.measures': { zh: '采取什么措施', en: 'Measures' },
  'Regrade.eventLevel': { zh: '事件等级（级数大的为重）', en: 'Event level (higher is graver)' },
  'Regrade.responseLevel': { zh: '响应等级（Ⅰ级最重）', en: 'Response level (Ⅰ gravest)' },
  'Regrade.reason': { zh: '理由', en: 'Reason' },
  'Regrade.text': {
    zh: '原来的定级和你的理由都留在记录里。',
    en: 'The former grade and your reason stay on record.',
  },
  'Handle.outcome': { zh: '怎么处置的，结果怎样', en: 'What was done and how it ended' },
  'WriteDown.form': { zh: '填好的是哪张表', en: 'Which form was filled in' },
  'WriteDown.reference': { zh: '页码或编号（可以不写）', en: 'Page or number (optional)' },
  'WriteDown.text': {
    zh: '纸面的表填好、签好后点这里，记下谁在几点填的。',
    en: 'Press once the paper form is filled in and signed: who and when goes on record.',
  },
  'Close.text': { zh: '办结后不能再改，只能补充看到的事实。', en: 'Afterwards only facts can be added.' },
  'ReopenStep.reason': { zh: '为什么撤回', en: 'Why' },
  'ReopenStep.title': { zh: '撤回“{step}”？', en: 'Take back “{step}”?' },
  'ReopenStep.mistake': { zh: '点错了', en: 'Tapped by mistake' },
  'ReopenStep.unfinished': { zh: '还没做完', en: 'Not finished yet' },
  'ReopenStep.other': { zh: '别的', en: 'Something else' },
  'Reopen.reason': { zh: '为什么重新打开', en: 'Why it is opened again' },
} as const satisfies Words

/** Words of a field or form by its dotted name; undefined where there are none. */
export function findActWord(key: string): (typeof actWords)[keyof typeof actWords] | undefined {
  return isActWord(key) ? actWords[key] : undefined
}

function isActWord(key: string): key is keyof typeof actWords {
  return key in actWords
}
