// Words of the forms for what goes up, down and across: raising to a chosen tier (B9), oral reports, the series of reports,
// work for named people, files, public opinion (E5), orders and issued plans (E6, G1), one matter reported twice. The deeds' own names are act.ts.

import type { Words } from './say.ts'

export const lineActWords = {
  'RaiseTo.tier': { zh: '报到哪一级', en: 'Up to which tier' },
  'RaiseTo.words': { zh: '报告什么', en: 'What you report' },
  'RaiseTo.text': {
    zh: '跳过的那一级会自动收到抄送。',
    en: 'A tier that is skipped gets its copy by itself.',
  },
  'Ask.tier': { zh: '请示哪一级', en: 'Which tier to ask' },
  'Ask.tier.usual': { zh: '{tier}（按预案）', en: '{tier} (by the plan)' },

  'LogOral.from': { zh: '谁说的', en: 'Who said it' },
  'LogOral.to': { zh: '对谁说的', en: 'To whom' },
  'LogOral.toTier': { zh: '对方是哪一级', en: 'Which tier that is' },
  'LogOral.saidAt': { zh: '几点说的', en: 'When' },
  'LogOral.words': { zh: '说了什么', en: 'What was said' },
  'LogOral.text': {
    zh: '口头报告后要补书面的，从说的时候起计时。',
    en: 'A written report must follow; its time runs from when it was said.',
  },

  'ReportOn.kind': { zh: '哪一种', en: 'Which' },
  'ReportOn.kind.follow-up': { zh: '续报', en: 'Follow-up' },
  'ReportOn.kind.final': { zh: '终报', en: 'Final' },
  'ReportOn.words': { zh: '只写新的情况', en: 'Only what is new' },
  'ReportOn.text': {
    zh: '报给{tier}。终报在写了处置结果之后。',
    en: 'Goes to {tier}. The final one comes after the outcome.',
  },

  'GiveTasks.post': { zh: '谁来做', en: 'Who does it' },
  'GiveTasks.words': { zh: '做什么，到什么为止', en: 'What, and until when' },
  'GiveTasks.nth': { zh: '第 {n} 项', en: 'Task {n}' },
  'GiveTasks.more': { zh: '再加一项', en: 'Another one' },
  'GiveTasks.less': { zh: '去掉这一项', en: 'Remove this one' },
  'GiveTasks.text': {
    zh: '每一项落到一个岗位，做完后回报效果。',
    en: 'Each goes to one post and comes back with its effect.',
  },
  'DoTask.effect': { zh: '做了之后怎样', en: 'With what effect' },
  'DoTask.effect.hint': {
    zh: '例：备用室已启用，31 人全部坐好',
    en: 'For example: all 31 are seated in the spare room',
  },

  'SeeOpinion.where': { zh: '在哪里看到的', en: 'Where it is' },
  'SeeOpinion.where.hint': { zh: '例：家长群、短视频平台', en: 'For example: a parents’ chat group' },
  'SeeOpinion.link': { zh: '链接（可以不写）', en: 'Link (optional)' },
  'SeeOpinion.spread': { zh: '传到什么程度', en: 'How far it has got' },
  'spread.single': { zh: '个别言论', en: 'Single' },
  'spread.spreading': { zh: '正在扩散', en: 'Spreading' },
  'spread.major': { zh: '重大舆情', en: 'Major' },
  'SeeOpinion.seenAt': { zh: '几点看到的', en: 'When' },
  'SeeOpinion.words': { zh: '说的是什么', en: 'What is said' },
  'SeeOpinion.text': {
    zh: '只记看到的。别转发，别跟帖；截图可以附在下面。',
    en: 'Only note what is there. Do not forward or reply; a picture of it can be attached.',
  },
  'JudgeOpinion.verdict': { zh: '说的属实吗', en: 'Is it true' },
  'JudgeOpinion.words': { zh: '说明（可以不写）', en: 'A word about it (optional)' },
  'FollowOpinion.spread': { zh: '现在传到什么程度', en: 'How far it has got now' },
  'FollowOpinion.words': { zh: '后来怎样', en: 'How it went on' },
  'DraftWording.words': { zh: '准备怎么说', en: 'The wording' },
  'DraftWording.text': {
    zh: '由另一个人同意后才能发布。',
    en: 'Somebody else approves it before it is published.',
  },
  'RefuseWording.reason': { zh: '哪里不行', en: 'What is wrong with it' },
  'PublishWording.where': { zh: '发布在哪里', en: 'Where' },
  'PublishWording.publishedAt': { zh: '几点发布的', en: 'When' },

  'CarryOut.effect': { zh: '落实得怎样', en: 'What was done' },
  'CarryOut.effect.hint': { zh: '例：三间测试室都已停下', en: 'For example: all three rooms have stopped' },
  'RefuseTwice.reason': { zh: '为什么不是同一件', en: 'Why they are not the same' },
  'PartTwice.reason': { zh: '为什么分开', en: 'Why they are parted' },
  'WithdrawOrder.reason': { zh: '为什么撤回', en: 'Why it is withdrawn' },
} as const satisfies Words
