-- Lists that screens read: one row per thing, written with the events that change it.

create table unit_row (
  path text primary key,
  stream text not null unique,
  tier text not null,
  code text not null,
  name jsonb not null,
  letters text not null,
  ord integer not null
);

create table campaign_row (
  campaign text primary key,
  state jsonb not null
);

-- Clear copies of a person's sealed name and number; they go with the key (class person, contact).
create table person_row (
  person text primary key,
  unit text not null,
  name text,
  phone text,
  phone_hash bytea
);
create index person_by_phone on person_row (phone_hash);

create table post_row (
  post text primary key,
  campaign text not null,
  unit text not null,
  kind text not null,
  room text
);
create index post_by_unit on post_row (campaign, unit, kind);

create table assignment_row (
  assignment text primary key,
  post text not null,
  person text not null,
  campaign text not null,
  unit text not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3),
  substitute boolean not null
);
create index assignment_by_unit on assignment_row (campaign, unit);
create index assignment_by_person on assignment_row (person, campaign);

create table incident_row (
  stream text primary key,
  campaign text not null,
  place text not null collate "C",
  open boolean not null,
  confined boolean not null,
  reporter text not null,
  scenario text not null,
  event_level smallint not null,
  response_rank smallint not null,
  changed_at timestamptz(3) not null,
  version integer not null,
  row jsonb not null,
  -- free text of the incident, class text: one headline for everybody in scope, one for tiers above the school
  headline jsonb
);
create index incident_open on incident_row (campaign, place, changed_at desc) where open;
create index incident_all on incident_row (campaign, place, changed_at desc);
create index incident_alike on incident_row (campaign, scenario, changed_at desc);

-- Who is told, asked, assigned or named, beyond what a unit's scope shows.
create table concern (
  person text not null,
  kind text not null,
  stream text not null,
  primary key (person, kind, stream)
);

create table notice_row (
  notice text primary key,
  thing_kind text not null,
  thing text not null,
  post_kind text not null,
  unit text not null,
  row jsonb not null
);
create index notice_by_thing on notice_row (thing);

-- Sessions are rows; a demonstration's sign-in is one way of getting one.
create table session (
  token_hash bytea primary key,
  person text not null,
  post text not null,
  campaign text not null,
  way text not null check (way in ('demo', 'slip')),
  made_at timestamptz(3) not null default clock_timestamp(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index session_by_person on session (person);

-- One-time slips, kept as hashes; used once.
create table slip (
  hash bytea primary key,
  person text not null,
  post text not null,
  campaign text not null,
  used_at timestamptz(3)
);
