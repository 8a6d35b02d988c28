// Reading lists: incidents in a scope, units, contacts, notices of a thing, campaigns. A scope is plain data from core/access;
// here it becomes SQL, and the predicate must equal core's `seesRow` (a property test compares them).

import type { Scope } from '#core/access/scope.ts'
import { findAncestor, TIERS } from '#core/basics/tier.ts'
import type { Headlines, WholeRow } from '#core/incident/row.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { Contact, IncidentRow, Overview, UnitName } from '#core/wire/view.ts'
import type { Database } from './database.ts'

type Reader = Pick<Database, 'query'>

/**
 * A scope as SQL, the same in every query: $1 campaign, $2–$3 range of places ($2 null: own things only), $4 person,
 * $5 confined things visible, $6 incidents at all.
 */
const IN_SCOPE = `$6 and i.campaign = $1 and (
    (i.place >= $2 and i.place < $3 and (not i.confined or $5))
    or i.reporter = $4
    or exists (select from concern c where c.person = $4 and c.kind = 'incident' and c.stream = i.stream))`

function scopeValues(scope: Scope): unknown[] {
  // Every path below `a/b` sorts from `a/b` up to, and without, `a/b0`: `0` follows `/`, and keys are letters and digits.
  const [from, to] = scope.ownOnly ? [null, null] : [scope.unitPrefix, `${scope.unitPrefix}0`]
  return [scope.campaign, from, to, scope.person, scope.confinedVisible, scope.kinds.includes('incident')]
}

export interface ListedRow {
  readonly row: WholeRow['row']
  readonly headline: Headlines | null
}

/**
 * A line as the scope may read it. What tiers above write to each other is for them; outsiders read no question of the line
 * at all (the same rule as core/access/view.ts).
 */
export function rowFor(scope: Scope, { row, headline }: ListedRow): IncidentRow {
  if (scope.ownOnly) return row
  const tier = TIERS.find((one) => findAncestor(scope.unitPrefix, one) !== undefined) ?? 'school'
  const read = headline?.[tier]
  return read ? { ...row, headline: read } : row
}

/**
 * Incidents the scope holds: open ones gravest first, so that what is cut off is the lightest; all of them newest first.
 * `more` says how many were cut off.
 */
export async function listIncidents(
  db: Reader,
  scope: Scope,
  filter: { open: boolean; most: number },
): Promise<{ rows: IncidentRow[]; more: number }> {
  const rows = await db.query<ListedRow & { all: number }>({
    name: filter.open ? 'list-open' : 'list-all',
    text: `select i.row, i.headline, count(*) over () as all from incident_row i where ${IN_SCOPE}
           ${filter.open ? 'and i.open order by i.response_rank desc, i.event_level desc, i.changed_at desc' : 'order by i.changed_at desc'}
           limit $7`,
    values: [...scopeValues(scope), filter.most],
  })
  return { rows: rows.map((row) => rowFor(scope, row)), more: (rows[0]?.all ?? 0) - rows.length }
}

/** Places in scope where something happened, open or not. */
export async function placesHeardOf(db: Reader, scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ place: string }>({
    name: 'places-heard-of',
    text: `select distinct i.place from incident_row i where ${IN_SCOPE}`,
    values: scopeValues(scope),
  })
  return new Set(rows.map((row) => row.place))
}

/** For each place in scope with something open: how much, and the gravest of it. Counts everything, however much there is. */
export async function openByPlace(
  db: Reader,
  scope: Scope,
): Promise<Map<string, { open: number; worst: IncidentRow }>> {
  const rows = await db.query<ListedRow & { place: string; open: number }>({
    name: 'open-by-place',
    text: `select distinct on (i.place) i.place, i.row, i.headline, count(*) over (partition by i.place) as open
           from incident_row i where ${IN_SCOPE} and i.open
           order by i.place, i.response_rank desc, i.event_level desc, i.changed_at desc`,
    values: scopeValues(scope),
  })
  return new Map(rows.map((row) => [row.place, { open: row.open, worst: rowFor(scope, row) }]))
}

/** Those of `ids` that the scope holds. */
export async function listByIds(db: Reader, scope: Scope, ids: readonly string[]): Promise<IncidentRow[]> {
  const rows = await db.query<ListedRow>({
    name: 'list-by-ids',
    text: `select i.row, i.headline from incident_row i where ${IN_SCOPE} and i.stream = any($7)`,
    values: [...scopeValues(scope), ids],
  })
  return rows.map((row) => rowFor(scope, row))
}

/**
 * How much was reported in scope, and of how much it is known whether it is true. What was reported twice counts once: where it
 * was joined to.
 */
export async function figuresIn(db: Reader, scope: Scope): Promise<Overview['figures']> {
  const [row] = await db.query<Overview['figures'] & Record<string, unknown>>({
    name: 'figures-in',
    text: `select count(*) filter (where i.open) as open,
                  count(*) filter (where i.row->>'verdict' = 'verified') as verified,
                  count(*) filter (where i.row->>'verdict' = 'refuted') as refuted,
                  count(*) filter (where i.row->>'verdict' is null) as unverified
           from incident_row i where ${IN_SCOPE} and i.row->>'status' <> 'joined'`,
    values: scopeValues(scope),
  })
  const { open = 0, verified = 0, refuted = 0, unverified = 0 } = row ?? {}
  return { open, verified, refuted, unverified }
}

/** How many the scope holds. */
export async function countIncidents(db: Reader, scope: Scope): Promise<number> {
  const [row] = await db.query<{ count: number }>({
    name: 'count-incidents',
    text: `select count(*) as count from incident_row i where ${IN_SCOPE}`,
    values: scopeValues(scope),
  })
  return row?.count ?? 0
}

/** The same situation elsewhere in the scope, newest first. */
export async function listAlike(
  db: Reader,
  scope: Scope,
  scenario: string,
  except: string,
  most: number,
): Promise<IncidentRow[]> {
  const rows = await db.query<ListedRow>({
    name: 'list-alike',
    text: `select i.row, i.headline from incident_row i where ${IN_SCOPE} and i.scenario = $7 and i.stream <> $8
           order by i.changed_at desc limit $9`,
    values: [...scopeValues(scope), scenario, except, most],
  })
  return rows.map((row) => rowFor(scope, row))
}

/** Is this person told, asked or named in the thing? */
export async function isConcerned(
  db: Reader,
  person: string,
  kind: string,
  stream: string,
): Promise<boolean> {
  const rows = await db.query({
    name: 'is-concerned',
    text: 'select from concern where person = $1 and kind = $2 and stream = $3',
    values: [person, kind, stream],
  })
  return rows.length > 0
}

export async function listNotices(
  db: Reader,
  kind: string,
  thing: string,
): Promise<{ notice: string; state: NoticeState }[]> {
  return db.query<{ notice: string; state: NoticeState }>({
    name: 'list-notices',
    text: 'select notice, row as state from notice_row where thing = $2 and thing_kind = $1 order by unit, post_kind',
    values: [kind, thing],
  })
}

export async function namesOf(
  db: Reader,
  persons: readonly string[],
): Promise<{ person: string; name: string | null; phone: string | null }[]> {
  return db.query({
    name: 'names-of',
    text: 'select person, name, phone from person_row where person = any($1)',
    values: [persons],
  })
}

const UNIT_NAME = `json_build_object('path', u.path, 'tier', u.tier, 'name', u.name, 'letters', u.letters, 'order', u.ord, 'code', u.code) as unit`

/** The units of `paths`. */
export async function unitsAt(db: Reader, paths: readonly string[]): Promise<UnitName[]> {
  const rows = await db.query<{ unit: UnitName }>({
    name: 'units-at',
    text: `select ${UNIT_NAME} from unit_row u where u.path = any($1)`,
    values: [paths],
  })
  return rows.map((row) => row.unit)
}

/** Every unit at or below `path`, in its order. */
export async function unitsBelow(db: Reader, path: string): Promise<UnitName[]> {
  const rows = await db.query<{ unit: UnitName }>({
    name: 'units-below',
    text: `select ${UNIT_NAME} from unit_row u where u.path = $1 or u.path like $1 || '/%' order by u.path, u.ord`,
    values: [path],
  })
  return rows.map((row) => row.unit)
}

/** Everybody on a post of `units` at `now`, with name and number. */
export async function listContacts(
  db: Reader,
  campaign: string,
  units: readonly string[],
  now: number,
): Promise<Contact[]> {
  const rows = await db.query<{ contact: Contact & { room: string | null } }>({
    name: 'list-contacts',
    text: `select json_build_object('person', a.person, 'name', n.name, 'phone', n.phone, 'postKind', p.kind, 'unit', p.unit,
                  'room', p.room, 'substitute', a.substitute) as contact
           from assignment_row a join post_row p using (post) join person_row n using (person)
           where a.campaign = $1 and a.unit = any($2) and a.from_at <= instant($3) and (a.to_at is null or a.to_at > instant($3))
             and n.name is not null and n.phone is not null
           order by p.unit, p.kind, a.substitute, p.room, a.person`,
    values: [campaign, units, now],
  })
  return rows.map(({ contact: { room, ...contact } }) => (room === null ? contact : { ...contact, room }))
}

export async function findCampaign(
  db: Reader,
  campaign: string,
): Promise<{ state: CampaignState; now: number; rate: number } | undefined> {
  const [row] = await db.query<{ state: CampaignState; now: number; rate: number }>({
    name: 'find-campaign',
    text: `select r.state, millis(campaign_time(clock_timestamp(), c.anchor, c.offset_ms, c.rate)) as now, c.rate
           from campaign_row r join campaign_clock c using (campaign) where r.campaign = $1`,
    values: [campaign],
  })
  return row
}
