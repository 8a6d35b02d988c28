// The peer of M1: the SQL statements of one act as pgbench runs them, sixteen clients, prepared, each iteration another
// incident. Statements are recorded from a real act; ids in them become pgbench's variables.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PLANNING, type Statement } from '#server/store/database.ts'

/** The newest pgbench on the PATH or where Debian puts it; undefined where there is none. */
export function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((one) => join(debian, one, 'bin')),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find(existsSync)
}

/** What makes one iteration different from the others: each occurrence becomes a number of its own. */
export interface Varying {
  /** Part of every id of the recorded report. */
  readonly id: string
  /** The last digits of the school's code; each client gets a school of its own. */
  readonly school: string
}

/** One act as a pgbench script. */
export function scriptOf(statements: readonly Statement[], varying: Varying): string {
  return [
    '\\set n random(1, 1000000000000)',
    '\\set u 1 + :client_id % 20 + 100',
    ...statements.map((statement) => `${filledIn(statement, varying)};`),
    '',
  ].join('\n')
}

function filledIn({ text, values = [] }: Statement, varying: Varying): string {
  const plain = text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()
  return plain.replace(/\$(\d+)/g, (_, nth) => literal(values[Number(nth) - 1], varying))
}

function literal(value: unknown, varying: Varying): string {
  if (typeof value === 'number') return String(value)
  const array = Array.isArray(value)
  const text = array ? `{${value.map((one) => JSON.stringify(one)).join(',')}}` : String(value)
  // pgbench takes `:word` for a variable also inside quotes, so every colon of the JSON gets a space behind it.
  const marked = text
    .replaceAll('":', '": ')
    .replaceAll(varying.id, '@n@')
    .replaceAll(varying.school, '99070@u@')
    .replaceAll("'", "''")
  const varied = `replace(replace('${marked}', '@n@', :n), '99070@u@', '99070' || :u)`
  return array ? `(${varied})::text[]` : varied
}

/** Transactions per second of `script`, with `clients` connections for `seconds`. */
export async function runPgbench(
  program: string,
  url: string,
  script: string,
  options: { readonly folder: string; readonly clients: number; readonly seconds: number },
): Promise<number> {
  const file = join(options.folder, 'report.sql')
  writeFileSync(file, script)
  const { hostname, port, username, password, pathname } = new URL(url)
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(options.clients),
    '-j',
    '2',
    '-T',
    String(options.seconds),
  ]
  const child = spawn(
    program,
    [...args, '-f', file, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: PLANNING } },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await new Promise((resolve) => child.on('close', resolve))
  const rate = /tps = ([\d.]+)/.exec(output)?.[1]
  const done = /number of transactions actually processed: (\d+)/.exec(output)?.[1]
  if (rate === undefined || done === '0' || /ERROR/.test(output))
    throw new Error(`pgbench did not run:\n${output}`)
  return Number(rate)
}
