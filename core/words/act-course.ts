// Words of the forms by which the course of an incident is steered: the response (A7), holds (B10), joint decisions (B7, B8),
// steps left out, grades lowered (A6), reports verified or dismissed, lines struck through (E2), the evaluation (B4). The deeds' own names are act.ts.

import type { Words } from './say.ts'

export const courseActWords = {
  'ChangeResponse.responseLevel': { zh: '响应等级（Ⅰ级最重）', en: 'Response level (Ⅰ gravest)' },
  'ChangeResponse.expectedMinutes': { zh: '从现在起还要多少分钟', en: 'Minutes still expected from now' },
  'ChangeResponse.measures': { zh: '采取什么措施', en: 'Measures' },
  'ChangeResponse.reason': { zh: '为什么调整', en: 'Why it changes' },
  'EndResponse.reason': { zh: '为什么可以结束', en: 'Why it can end' },
  'EndResponse.text': {
    zh: '结束的理由写进记录；再有情况可以重新启动。',
    en: 'The reason goes on record; it can be started again.',
  },

  'StartHold.room': { zh: '哪里停下', en: 'Where work stops' },
  'StartHold.room.all': { zh: '整个学校', en: 'The whole school' },
  'StartHold.reason': { zh: '为什么停下', en: 'Why' },
  'StartHold.text': {
    zh: '从现在起计时，停了多久自动记下。',
    en: 'The time runs from now on; how long it was is recorded by itself.',
  },
  'EndHold.reason': { zh: '说明（可以不写）', en: 'A word about it (optional)' },
  'EndHold.text': {
    zh: '计时到此为止，停了多久写进记录。',
    en: 'The time stops here; how long it was goes on record.',
  },

  'ProposeJoint.kind': { zh: '一起决定什么', en: 'What is decided together' },
  'ProposeJoint.words': { zh: '怎么决定', en: 'The decision' },
  'ProposeJoint.text': {
    zh: '几方各自在自己的手机上确认，都同意才算数。',
    en: 'Each confirms on a phone of his own; it stands once all agree.',
  },
  'DeclineJoint.reason': { zh: '为什么不同意', en: 'Why not' },

  'SkipSteps.steps': { zh: '哪几步不用做', en: 'Which steps are left out' },
  'SkipSteps.reason': { zh: '为什么不用做', en: 'Why' },
  'SkipSteps.text': {
    zh: '不用做的步骤写上理由，不再催。',
    en: 'Steps left out with a reason are no longer asked for.',
  },

  'AgreeLowering.reason': { zh: '说明（可以不写）', en: 'A word about it (optional)' },
  'DeclineLowering.reason': { zh: '为什么不同意', en: 'Why not' },
  'Verify.verdict': { zh: '核实下来', en: 'What was found' },
  'verdict.verified': { zh: '属实', en: 'True' },
  'verdict.refuted': { zh: '不属实', en: 'Not true' },
  'Verify.words': { zh: '说明（可以不写）', en: 'A word about it (optional)' },
  'Verify.text': {
    zh: '公开数字只计已核实的；处置不等核实。',
    en: 'Only verified reports count in public figures; handling never waits for it.',
  },
  'Dismiss.reason': { zh: '为什么是误报', en: 'Why it was a mistake' },
  'Dismiss.text': {
    zh: '办结后不再处置，记录照样留着。',
    en: 'Nothing more is done then; the record stays.',
  },
  'StrikeEntry.reason': { zh: '为什么划掉', en: 'Why' },
  'StrikeEntry.text': {
    zh: '划掉后仍看得到，只是不再算数。',
    en: 'It stays readable and no longer counts.',
  },
  'Evaluate.text': {
    zh: '每一点都要写；写好后报给{tier}。',
    en: 'Every point is needed; it then goes to {tier}.',
  },
} as const satisfies Words
