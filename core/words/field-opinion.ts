// Words of public opinion on the phone (E5): what was seen where, whether it is true, wordings and who approved them.

import type { Words } from './say.ts'

export const fieldOpinionWords = {
  title: { zh: '舆情', en: 'Public opinion' },
  'seen-in': { zh: '{where}', en: '{where}' },
  'seen-by': { zh: '{who} 看到', en: 'seen by {who}' },
  'open-link': { zh: '打开链接', en: 'Open the link' },
  unjudged: { zh: '还没核实', en: 'Not verified yet' },
  true: { zh: '属实', en: 'True' },
  false: { zh: '不属实', en: 'Not true' },
  judge: { zh: '说明是否属实', en: 'Say whether it is true' },
  follow: { zh: '后来怎样', en: 'How it went on' },
  followed: { zh: '后来：{spread}', en: 'Later: {spread}' },
  attach: { zh: '附截图', en: 'Attach a picture' },
  wordings: { zh: '答复口径', en: 'Wordings' },
  draft: { zh: '拟一份答复', en: 'Draft an answer' },
  'wording.by': { zh: '{who} 拟', en: 'drafted by {who}' },
  'wording.waits': { zh: '等同意，同意前别发', en: 'Waits for approval: not to be published yet' },
  'wording.own': { zh: '你拟的，要由另一个人同意', en: 'Yours: somebody else has to approve it' },
  'wording.approved': { zh: '{who} 同意，可以发布', en: 'approved by {who}: may be published' },
  'wording.refused': { zh: '{who} 退回：{reason}', en: 'sent back by {who}: {reason}' },
  'wording.published': { zh: '{at} 已发布在{where}', en: 'published {at}: {where}' },
  approve: { zh: '同意发布', en: 'Approve' },
  refuse: { zh: '退回重拟', en: 'Send back' },
  publish: { zh: '已经发布', en: 'It was published' },
  pending: { zh: '待发', en: 'to send' },
} as const satisfies Words
