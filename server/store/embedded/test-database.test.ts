// The databases that tests get: apart from each other, on both major versions, and gone afterwards.

import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe.each(['18', '15'] as const)('a test database on PostgreSQL %s', (major) => {
  test('corridor: each is empty, owned by the owner, open to the application role, and gone when dropped', async () => {
    const [one, other] = await Promise.all([testDatabase(major), testDatabase(major)])
    await ask(one.ownerUrl, 'create table mine (n int)')
    expect(await ask(other.ownerUrl, `select to_regclass('mine') as found`)).toEqual([{ found: null }])
    const [row] = (await ask(one.appUrl, 'show server_version')) as { server_version: string }[]
    expect(row?.server_version.split('.')[0]).toBe(major)
    await expect(ask(one.appUrl, 'select * from mine')).rejects.toThrow(/permission denied/)
    await Promise.all([one.drop(), other.drop()])
    await expect(ask(one.appUrl, 'select 1')).rejects.toThrow(/does not exist/)
  })
})
