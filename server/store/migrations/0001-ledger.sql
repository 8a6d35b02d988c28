-- The ledger and what is derived from it in the same transaction. SQL for PostgreSQL 15 and later.
-- Personal data and free text stand only in ledger.private (sealed) and in rows that carry their stream's id,
-- so that they go in the transaction that destroys the key.

create function instant(ms bigint) returns timestamptz(3)
  language sql immutable parallel safe
  return 'epoch'::timestamptz + ms * interval '1 millisecond';

create function millis(at timestamptz) returns bigint
  language sql immutable parallel safe
  return floor(extract(epoch from at) * 1000)::bigint;

-- One row: what this database is. A folder is demo or real for ever; a restore begins a new epoch.
create table house (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('demo', 'real')),
  epoch integer not null default 1,
  key_check bytea not null,
  made_at timestamptz(3) not null default clock_timestamp()
);

create table ledger (
  position bigint generated always as identity primary key,
  epoch integer not null,
  tx xid8 not null,
  kind text not null,
  stream text not null,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  private jsonb,
  person text not null,
  post text,
  post_kind text,
  unit text,
  place text not null,
  campaign text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  wall_at timestamptz(3) not null,
  command text not null,
  prev bytea not null,
  hash bytea not null,
  unique (kind, stream, version)
);
create index ledger_follow on ledger (epoch, tx, position);

-- Append-only for everybody, owner included; the application's role lacks the right besides.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_append_only before update or delete or truncate on ledger
  for each statement execute function ledger_is_append_only();

create table stream_head (
  kind text not null,
  stream text not null,
  version integer not null,
  hash bytea not null,
  place text not null,
  campaign text not null,
  primary key (kind, stream)
);

-- Answers by command id, refusals too: the same id gives the same answer.
create table command_seen (
  id text primary key,
  person text not null,
  content bytea not null,
  answer jsonb not null,
  seen_at timestamptz(3) not null default clock_timestamp()
);

-- Keys of sealed parts, wrapped by the master key that lies outside the database.
create table seal_key (
  stream text not null,
  class text not null check (class in ('pupil', 'person', 'contact', 'text')),
  wrapped bytea not null,
  primary key (stream, class)
);

create table checkpoint (
  id bigint generated always as identity primary key,
  epoch integer not null,
  position bigint not null,
  streams bigint not null,
  hash bytea not null,
  made_at timestamptz(3) not null default clock_timestamp()
);

-- Every effective plan that was ever pinned, kept for ever, by content hash.
create table plan_pinned (
  hash text primary key,
  plan jsonb not null,
  pinned_at timestamptz(3) not null default clock_timestamp()
);

-- Campaign time. A real campaign runs on the wall clock; drills, demonstrations and tests have their own.
create table campaign_clock (
  campaign text primary key,
  kind text not null check (kind in ('real', 'drill', 'demo')),
  anchor timestamptz(3) not null default clock_timestamp(),
  offset_ms bigint not null default 0,
  rate double precision not null default 1 check (rate >= 0 and rate <= 60),
  check (kind <> 'real' or (offset_ms = 0 and rate = 1))
);

create function campaign_time(wall timestamptz, anchor timestamptz, offset_ms bigint, rate double precision)
  returns timestamptz(3) language sql immutable parallel safe
  return date_trunc('milliseconds', anchor + (wall - anchor) * rate + offset_ms * interval '1 millisecond');

-- A moved clock wakes the workers; losing the call costs a second.
create function wake_on_clock() returns trigger language plpgsql as $$
begin
  perform pg_notify('huce', 'clock');
  return null;
end $$;
create trigger campaign_clock_wakes after insert or update on campaign_clock
  for each statement execute function wake_on_clock();

create table deadline (
  kind text not null,
  stream text not null,
  key text not null,
  campaign text not null,
  due_at timestamptz(3) not null,
  command jsonb not null,
  primary key (kind, stream, key)
);
create index deadline_due on deadline (campaign, due_at);

create table running_number (
  unit text not null,
  year integer not null,
  last integer not null,
  primary key (unit, year)
);
