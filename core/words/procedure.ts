// Words of the procedure's drawing: one heading for each stage and the words along its arrows.
// Names of tiers, posts, forms and levels come from the plan.

import type { Words } from './say.ts'

export const procedureWords = {
  title: { zh: '处置流程：{level}', en: 'Procedure: {level}' },
  description: {
    zh: '按预案画出，自上而下。{now}',
    en: 'Drawn from the plan, from top to bottom. {now}',
  },
  'description.now': { zh: '现在：{stages}。', en: 'Now: {stages}.' },
  'list.and': { zh: '、', en: ', ' },

  'stage.report': { zh: '发现，马上报告', en: 'Found and reported at once' },
  'stage.grade': { zh: '按预案定级', en: 'Graded by the plan' },
  'stage.tell': { zh: '同时告知', en: 'Told at the same time' },
  'stage.hold': { zh: '停下，等答复', en: 'Stop; wait for the answer' },
  'stage.example': { zh: '手册有没有示例？', en: 'Has the handbook an example?' },
  'stage.propose': { zh: '提出处置建议', en: 'Proposes what to do' },
  'stage.ask': { zh: '向{tier}请示', en: 'Asks: {tier}' },
  'stage.consult': { zh: '可请示{tier}', en: 'May consult: {tier}' },
  'stage.decide': { zh: '决定，答复', en: 'Decides and answers' },
  'stage.carry-out': { zh: '落实答复，分到人', en: 'Carries it out, each task a name' },
  'stage.handle': { zh: '处置，写明结果', en: 'Deals with it; says how it ended' },
  'stage.record': { zh: '填表', en: 'Forms' },
  'stage.evaluate': { zh: '评估', en: 'Evaluates' },
  'stage.close': { zh: '办结', en: 'Closed' },

  'arrow.listed': { zh: '有，照示例办', en: 'Yes: follow it' },
  'arrow.not-listed': { zh: '没有', en: 'No' },
  'arrow.asks-all-the-same': { zh: '有没有都要先请示', en: 'Either way, ask first' },

  'state.done': { zh: '已办', en: 'done' },
  'state.now': { zh: '现在', en: 'now' },
  'state.ahead': { zh: '还没到', en: 'still ahead' },
  'state.left-out': { zh: '不用办', en: 'not needed' },
} as const satisfies Words
