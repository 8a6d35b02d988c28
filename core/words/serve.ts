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
  'serve.port-forbidden': {
    zh: '不能使用 {host}:{port}（{code}）。请检查 HUCE_HOST，或用 HUCE_PORT 换一个端口。',
    en: '{host}:{port} cannot be used ({code}). Check HUCE_HOST, or choose another port with HUCE_PORT.',
  },
  'serve.file-unreadable': {
    zh: '读不了文件 {file}（{code}）。请检查设置里的路径和权限。',
    en: 'The file {file} cannot be read ({code}). Check its path in the settings, and who may read it.',
  },
  'serve.tls-unusable': {
    zh: 'HUCE_TLS_CERT 和 HUCE_TLS_KEY 不是配套的 PEM 证书和私钥（{code}）。请换成配套的两个文件。',
    en: 'HUCE_TLS_CERT and HUCE_TLS_KEY are not a PEM certificate and its key ({code}). Give two files that belong together.',
  },
  'serve.no-database': {
    zh: '连不上 HUCE_DATABASE_URL 指定的数据库：{reason}。请检查地址、用户和口令，以及数据库是否在运行。',
    en: 'The database of HUCE_DATABASE_URL cannot be used: {reason}. Check address, user and password, and that it runs.',
  },
} as const satisfies Words
