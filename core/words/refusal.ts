// One sentence for each refusal: what was not done, who could do it, what to do now. The values are core/basics/refusal.ts.
// Said plainly and without blame; what somebody wrote is always kept.

import type { Refusal, RefusalCode } from '../basics/refusal.ts'
import type { Lang, Text } from '../basics/text.ts'
import { FACT_NAMES, type FactName } from '../plan/facts.ts'
import type { ResponseLevel } from '../plan/grade-types.ts'
import { romanOf, sayFact } from './grading.ts'
import { fill, say, type WordValues } from './say.ts'

interface RefusalWords {
  readonly notDone: Text
  readonly now: Text
}

export const refusalWords: Readonly<Record<RefusalCode, RefusalWords>> = {
  'incident.unknown': {
    notDone: { zh: '没有办成：这件事还没有报告', en: 'Not done: this incident has not been reported' },
    now: { zh: '先报告，再办', en: 'Report it first' },
  },
  'incident.exists': {
    notDone: { zh: '没有再报：这件事已经报告过', en: 'Not reported again: this incident is known already' },
    now: { zh: '打开它，补充新情况', en: 'Open it and add what is new' },
  },
  'incident.closed': {
    notDone: { zh: '没有办成：这件事已经办结', en: 'Not done: this incident is closed' },
    now: {
      zh: '新情况可以补充；又发生了就另报一件',
      en: 'Facts can still be added; if it happens again, report it anew',
    },
  },
  'incident.not-handled': {
    notDone: { zh: '没有办结：还没写处置结果', en: 'Not closed: nobody has said how it ended' },
    now: { zh: '先写处置结果', en: 'Say how it ended first' },
  },
  'incident.not-confirmed': {
    notDone: {
      zh: '没有办结：这一级响应要上级确认收到，现在还没有',
      en: 'Not closed: at this response level the tier above must confirm the report, and has not',
    },
    now: { zh: '请上级确认收到，或打电话催', en: 'Ask them to confirm, or call' },
  },
  'incident.not-asked': {
    notDone: {
      zh: '没有办结：手册的示例、上级的指示，都还没有记下',
      en: 'Not closed: neither an example of the handbook nor an instruction from above is on record',
    },
    now: {
      zh: '手册有示例就写明编号；没有，或必须请示的，先请示',
      en: 'Say which example the handbook lists; without one, or where the level demands it, ask first',
    },
  },
  'incident.open-ask': {
    notDone: { zh: '没有办成：还有请示等答复', en: 'Not done: a question still waits for its answer' },
    now: { zh: '等答复，或打电话催', en: 'Wait for the answer, or call' },
  },
  'incident.not-recorded': {
    notDone: { zh: '没有办结：测试情况记录还没写', en: 'Not closed: the situation record is not written' },
    now: { zh: '先记入情况记录表', en: 'Write it into the situation record first' },
  },
  'incident.not-graded-lower': {
    notDone: {
      zh: '没有改成：降低等级要由上级决定',
      en: 'Not changed: lowering a level is for the tier above',
    },
    now: { zh: '你写的理由还在，发给他，或打电话', en: 'Your reason is kept; send it, or call' },
  },
  'scenario.unknown': {
    notDone: {
      zh: '没有报成：预案里没有“{scenario}”这种情况',
      en: 'Not reported: the plan has no situation “{scenario}”',
    },
    now: { zh: '换一种，或先报“其他情况”', en: 'Pick another, or report “other”' },
  },
  'fact.unknown': {
    notDone: { zh: '没有记下：预案里没有“{fact}”这一项', en: 'Not noted: the plan has no fact “{fact}”' },
    now: { zh: '用文字写在说明里', en: 'Say it in words instead' },
  },
  'fact.value': {
    notDone: { zh: '没有记下：“{field}”不能填“{value}”', en: 'Not noted: “{field}” cannot be “{value}”' },
    now: { zh: '从列出的答案里选', en: 'Choose one of the answers given' },
  },
  'step.unknown': {
    notDone: { zh: '没有记下：预案里没有这一步', en: 'Not noted: the plan has no such step' },
    now: { zh: '做了什么，记成一项措施', en: 'Note what was done as a measure' },
  },
  'step.not-done': {
    notDone: { zh: '没有撤回：这一步本来就没做完', en: 'Not taken back: this step was not done' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'ask.unknown': {
    notDone: { zh: '没有答复成：找不到这个请示', en: 'Not answered: there is no such question' },
    now: { zh: '刷新后再答，写的还在', en: 'Look again and answer; your text is kept' },
  },
  'ask.answered': {
    notDone: { zh: '没有再答：这个请示已经答复', en: 'Not answered again: this question has its answer' },
    now: { zh: '要补充，就另发一条指示', en: 'To add something, give an instruction of its own' },
  },
  'ask.exists': {
    notDone: { zh: '没有再请示：上一个请示还在等答复', en: 'Not asked: your last question still waits' },
    now: { zh: '补充的话发成消息，或打电话催', en: 'Add it as a message, or call' },
  },
  'ask.nobody-above': {
    notDone: { zh: '没有请示成：上面没有可请示的一级', en: 'Not asked: there is no tier above' },
    now: { zh: '由本级决定', en: 'Decide it here' },
  },
  'answer.unknown': {
    notDone: { zh: '没有办成：找不到这条答复', en: 'Not done: there is no such answer' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'answer.not-complied': {
    notDone: { zh: '没有办成：还有答复没人照办', en: 'Not done: an answer has not been taken up' },
    now: { zh: '先按“收到，照办”', en: 'Confirm “Will do” first' },
  },
  'response.started': {
    notDone: {
      zh: '没有再启动：{level}级响应已经启动',
      en: 'Not started again: response level {level} is running',
    },
    now: { zh: '新的措施记成一项措施', en: 'Note new measures as measures' },
  },
  'form.unknown': {
    notDone: { zh: '没有记下：预案里没有这张表', en: 'Not noted: the plan has no such form' },
    now: { zh: '换一张表', en: 'Choose another form' },
  },
  'text.missing': {
    notDone: { zh: '没有送出：还没写{field}', en: 'Not sent: {field} is missing' },
    now: { zh: '写上再送', en: 'Write it and send again' },
  },
  'text.unstorable': {
    notDone: {
      zh: '没有送出：{field}里有存不了的字符',
      en: 'Not sent: {field} holds a character that cannot be kept',
    },
    now: { zh: '删掉看不见的字符，重新打一遍', en: 'Remove invisible characters and type it again' },
  },
  'room.unknown': {
    notDone: { zh: '没有报出：这个学校没有这间测试室', en: 'Not reported: the school has no such test room' },
    now: { zh: '选对测试室，或不填测试室再报', en: 'Choose the right room, or report without one' },
  },
  'unit.unknown': {
    notDone: { zh: '没有办成：没有这个单位', en: 'Not done: there is no such unit' },
    now: { zh: '核对单位代码', en: 'Check the unit’s code' },
  },
  'unit.exists': {
    notDone: { zh: '没有建立：这个单位已经有了', en: 'Not set up: this unit exists' },
    now: { zh: '打开它再改', en: 'Open it and change it there' },
  },
  'campaign.unknown': {
    notDone: { zh: '没有办成：没有这个监测批次', en: 'Not done: there is no such campaign' },
    now: { zh: '先建立批次', en: 'Open the campaign first' },
  },
  'campaign.exists': {
    notDone: { zh: '没有建立：这个监测批次已经有了', en: 'Not opened: this campaign exists' },
    now: { zh: '打开它再改', en: 'Open it and change it there' },
  },
  'person.exists': {
    notDone: { zh: '没有登记：这个人已经登记过', en: 'Not registered: this person is known already' },
    now: { zh: '打开他的登记再改', en: 'Open the entry and change it there' },
  },
  'person.unknown': {
    notDone: { zh: '没有办成：没有登记这个人', en: 'Not done: this person is not registered' },
    now: { zh: '先登记姓名和电话', en: 'Register name and telephone number first' },
  },
  'post.unknown': {
    notDone: { zh: '没有办成：没有这个岗位', en: 'Not done: there is no such post' },
    now: { zh: '先设立岗位', en: 'Set up the post first' },
  },
  'assignment.exists': {
    notDone: { zh: '没有再安排：这个人已经在岗', en: 'Not assigned again: this person holds the post' },
    now: { zh: '要换人，先结束原来的安排', en: 'To change the person, end the old assignment first' },
  },
  'assignment.unknown': {
    notDone: { zh: '没有办成：没有这项安排', en: 'Not done: there is no such assignment' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'assignment.ended': {
    notDone: { zh: '没有改成：这项安排已经结束', en: 'Not changed: this assignment has ended' },
    now: { zh: '要接着用他，就重新安排', en: 'To keep the person on, assign anew' },
  },
  'notice.unknown': {
    notDone: { zh: '没有记下：没有这条通知', en: 'Not noted: there is no such notice' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'notice.not-yours': {
    notDone: { zh: '没有确认：这条通知不是发给你的', en: 'Not confirmed: this notice was not sent to you' },
    now: { zh: '请收到的人自己确认', en: 'Whoever received it confirms it' },
  },
  'plan.unknown': {
    notDone: {
      zh: '没有办成：这里没有你用的那一版预案',
      en: 'Not done: this version of the plan is not known here',
    },
    now: { zh: '连网更新预案后再送，写的还在', en: 'Fetch the plan anew and send again; your text is kept' },
  },
  'not-allowed': {
    notDone: { zh: '没有办成：这一步不归你的岗位', en: 'Not done: this is not for your post' },
    now: { zh: '发消息给他，或打电话；写的还在', en: 'Send them a message, or call; your text is kept' },
  },
  'not-found': {
    notDone: {
      zh: '没有找到：你的范围里没有这一件',
      en: 'Not found: there is nothing of the kind within your sight',
    },
    now: { zh: '核对编号，或打电话问县级值班', en: 'Check the number, or call the county’s duty desk' },
  },
  'command.reused': {
    notDone: {
      zh: '没有送出：这个编号已经送过别的内容',
      en: 'Not sent: something else was sent under this id',
    },
    now: { zh: '重新填写再送', en: 'Write it anew and send' },
  },
  'command.unknown': {
    notDone: {
      zh: '没有办成：这个版本不认识这项操作',
      en: 'Not done: this version does not know the command',
    },
    now: { zh: '刷新页面后再办，写的还在', en: 'Reload and try again; your text is kept' },
  },
}

const words = {
  who: { zh: '{who}可以办', en: '{who} can' },
  or: { zh: '、', en: ' or ' },
  all: { zh: '{notDone}；{who}。{now}', en: '{notDone}. {who}. {now}' },
  'all.nobody': { zh: '{notDone}。{now}', en: '{notDone}. {now}' },
} as const satisfies Readonly<Record<string, Text>>

/** What a field is called where a person fills it in. */
const fieldWords: Readonly<Record<string, Text>> = {
  reason: { zh: '理由', en: 'the reason' },
  question: { zh: '请示的内容', en: 'the question' },
  proposal: { zh: '处置建议', en: 'the proposal' },
  instruction: { zh: '答复的内容', en: 'the instruction' },
  measures: { zh: '采取的措施', en: 'the measures' },
  measure: { zh: '做了什么', en: 'what was done' },
  words: { zh: '内容', en: 'the text' },
  outcome: { zh: '处置结果', en: 'the outcome' },
  reference: { zh: '编号或页码', en: 'its number or page' },
  note: { zh: '备注', en: 'the note' },
  name: { zh: '名称', en: 'the name' },
}

/** A refusal in words, by part, so that a screen can set them apart. */
export interface SaidRefusal {
  readonly notDone: string
  /** Absent when nobody in particular could. */
  readonly whoCould?: string
  readonly now: string
}

/** The words of `refusal`. `nameOf` says a post id of the plan as people call it. */
export function sayRefusal(refusal: Refusal, lang: Lang, nameOf: (post: string) => string): SaidRefusal {
  const { notDone, now } = refusalWords[refusal.code]
  const values = valuesOf(refusal, lang)
  const names = (refusal.whoCould ?? []).map(nameOf)
  return {
    notDone: fill(notDone, lang, values),
    ...(names.length === 0
      ? {}
      : { whoCould: say(words, 'who', lang, { who: names.join(say(words, 'or', lang)) }) }),
    now: fill(now, lang, values),
  }
}

/** The refusal as one sentence: for problem+json, the command line and reading aloud. */
export function refusalSentence(refusal: Refusal, lang: Lang, nameOf: (post: string) => string): string {
  const { notDone, whoCould, now } = sayRefusal(refusal, lang, nameOf)
  return whoCould === undefined
    ? say(words, 'all.nobody', lang, { notDone, now })
    : say(words, 'all', lang, { notDone, who: whoCould, now })
}

function valuesOf({ field, values = {} }: Refusal, lang: Lang): WordValues {
  const { level } = values
  return {
    ...values,
    ...(field === undefined ? {} : { field: sayField(field, lang) }),
    ...(typeof level === 'string' && isResponseLevel(level) ? { level: romanOf(level) } : {}),
  }
}

/** `stated.impact.order` as the fact is called, `reason` as the form calls it; an unknown one as it stands. */
function sayField(field: string, lang: Lang): string {
  const fact = field.replace(/^(stated|facts)\./, '')
  if ((FACT_NAMES as readonly string[]).includes(fact)) return sayFact(fact as FactName, lang)
  const last = field.split('.').pop() ?? field
  const text = Object.keys(fieldWords).includes(last) ? fieldWords[last] : undefined
  return text ? fill(text, lang) : field
}

function isResponseLevel(level: string): level is ResponseLevel {
  return level === 'I' || level === 'II' || level === 'III' || level === 'IV'
}
