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
  'setting.host': {
    zh: 'HUCE_HOST={host} 对外可访问，而离线使用、拍照、推送和设备密钥都要求 https：请设 HUCE_TLS_CERT 和 HUCE_TLS_KEY；前面有 https 代理的设 HUCE_TRUST_PROXY=1；或让 HUCE_HOST 保持 127.0.0.1。',
    en: 'HUCE_HOST={host} is reachable from outside, where service worker, camera, push and device keys need https: set HUCE_TLS_CERT and HUCE_TLS_KEY, or HUCE_TRUST_PROXY=1 behind a proxy that speaks https, or leave HUCE_HOST at 127.0.0.1.',
  },
  'setting.owner-alone': {
    zh: '设了 HUCE_DATABASE_OWNER_URL，没有设 HUCE_DATABASE_URL：两个都要设，前者建表升级，后者提供服务。',
    en: 'HUCE_DATABASE_OWNER_URL is set without HUCE_DATABASE_URL: set both, the owner migrates and the other serves.',
  },
  'setting.port': {
    zh: 'HUCE_PORT={text} 不是端口号：请填 0 到 65535 的数字。',
    en: 'HUCE_PORT={text} is not a port: give a number from 0 to 65535.',
  },
  'setting.tls-half': {
    zh: 'HUCE_TLS_CERT 和 HUCE_TLS_KEY 要成对：两个都填 PEM 文件，或都不填。',
    en: 'HUCE_TLS_CERT and HUCE_TLS_KEY belong together: set both to PEM files, or neither.',
  },
  'setting.switch': {
    zh: '{name}={text} 看不出是开还是关：请填 1 或 0。',
    en: '{name}={text} is neither on nor off: give 1 or 0.',
  },
  'setting.database': {
    zh: '{name} 不是 PostgreSQL 地址：请按 postgres://用户:口令@主机:端口/数据库 填写。',
    en: '{name} is not a PostgreSQL address: give it as postgres://user:password@host:port/database.',
  },
  'setting.public-url': {
    zh: 'HUCE_PUBLIC_URL={text} 不是网址：请按 https://域名 或 https://域名:端口 填写。',
    en: 'HUCE_PUBLIC_URL={text} is not a web address: give it as https://name or https://name:port.',
  },
  'setting.key-file': {
    zh: '{path} 不是护测的主密钥（64 位十六进制数）。请把 HUCE_KEY_FILE 指到正确的文件。',
    en: '{path} is not a Huce master key (64 hexadecimal digits). Point HUCE_KEY_FILE at the right file.',
  },
  'house.other-key': {
    zh: '这个数据库是用另一把主密钥加密的。请把 HUCE_KEY_FILE 指到当时的那把。',
    en: 'This database was sealed with another master key. Point HUCE_KEY_FILE at the key it was made with.',
  },
  'house.demo': {
    zh: '这个数据库是演示，一直是演示。正式使用请换一个空的 HUCE_DATA 文件夹或空数据库。',
    en: 'This database holds a demonstration and stays one. For real use start with an empty HUCE_DATA folder or database.',
  },
  'house.real': {
    zh: '这个数据库里是正式记录，不能当演示用。请去掉 HUCE_DEMO，或换一个空的 HUCE_DATA 文件夹。',
    en: 'This database holds real records and never becomes a demonstration. Unset HUCE_DEMO, or use an empty HUCE_DATA folder.',
  },
  'house.newer': {
    zh: '这个数据库由更新的护测写成（升级步骤 {name}）。请启动那个版本，或恢复备份。',
    en: 'The database was written by a newer Huce (migration {name}). Start that version, or restore a backup.',
  },
  'house.older': {
    zh: '数据库还没有升到这个版本。请设一次 HUCE_DATABASE_OWNER_URL，让它升上来。',
    en: 'The database is not at this version. Set HUCE_DATABASE_OWNER_URL once, so that it can be brought there.',
  },
} as const satisfies Words
