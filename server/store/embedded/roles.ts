// The roles and databases of an embedded cluster: an owner that migrates and an application role without rights.
// Tables and grants on them belong to the migrations.

import { Client } from 'pg'
import { type Access, APP, DATABASE, databaseUrl, OWNER, SUPERUSER } from './access-file.ts'

/** Makes what is missing of roles and database; doing it again after a crash halfway changes nothing. */
export async function ensureRoles(access: Access, port: number): Promise<void> {
  await withSuperuser(access, port, async (client) => {
    const password = (text: string) => client.escapeLiteral(text)
    await client.query(`
      set client_min_messages = warning;
      do $$ begin
        if not exists (select from pg_roles where rolname = '${OWNER}') then
          create role ${OWNER} login createrole password ${password(access.ownerPassword)};
        end if;
        if not exists (select from pg_roles where rolname = '${APP}') then
          create role ${APP} login password ${password(access.appPassword)};
        end if;
      end $$`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    await letAppConnect(client, DATABASE)
  })
}

/** A fresh database of the owner's, to which the application role may connect. */
export async function createDatabase(access: Access, port: number, name: string): Promise<void> {
  await withSuperuser(access, port, async (client) => {
    await client.query(`create database ${client.escapeIdentifier(name)} owner ${OWNER}`)
    await letAppConnect(client, name)
  })
}

/** Drops a database with everybody still connected to it. */
export async function dropDatabase(access: Access, port: number, name: string): Promise<void> {
  await withSuperuser(access, port, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  )
}

async function letAppConnect(client: Client, name: string): Promise<void> {
  const database = client.escapeIdentifier(name)
  await client.query(
    `revoke all on database ${database} from public; grant connect on database ${database} to ${APP}`,
  )
}

async function withSuperuser(
  access: Access,
  port: number,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl(SUPERUSER, access.superuserPassword, port, 'postgres'),
  })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
