// What the terminal says when the server starts and stops: to whoever runs it, in both languages.

import type { Words } from './say.ts'

export const serveWords = {
  'serve.open': {
    zh: '护测已启动：{url}',
    en: 'Huce is ready: {url}',
  },
  'serve.demo': {
    zh: '这是演示：人名、电话、学校全是编的。打开上面的地址，选一个身份进去。',
    en: 'This is a demonstration: people, numbers and schools are invented. Open the address and choose whom to be.',
  },
  'serve.setting-up': {
    zh: '正在准备演示县：20 所学校，每个岗位都有人……',
    en: 'Setting up the demonstration county: 20 schools, somebody on every post…',
  },
  'serve.slip': {
    zh: '管理员首次登录凭条（只能用一次，只显示这一次）：{slip}',
    en: "The administrator's one-time slip (works once, shown only now): {slip}",
  },
  'serve.key': {
    zh: '主密钥在 {file}。请另外备份：没有它，加密的记录谁也读不出来。',
    en: 'The master key is {file}. Back it up elsewhere: without it nobody can read the sealed records.',
  },
  'serve.one-role': {
    zh: '注意：服务用的数据库角色也是表的所有者。请设 HUCE_DATABASE_OWNER_URL，让服务角色只能追加、不能改账本。',
    en: 'Note: the role that serves also owns the tables. Set HUCE_DATABASE_OWNER_URL, so that the serving role can only add to the ledger.',
  },
  'serve.stopping': { zh: '正在停止……', en: 'Stopping…' },
  'serve.port-taken': {
    zh: '{host}:{port} 已被别的程序占用。请停掉它，或用 HUCE_PORT 换一个端口。',
    en: '{host}:{port} is taken by another program. Stop it, or choose another port with HUCE_PORT.',
  },
} as const satisfies Words
