-- Files that belong to incidents. Their bytes are sealed under a key of each file's own, which is wrapped by the key of the
-- incident's free text, or by the house's own while the incident has not been heard of.

create table file (
  file text primary key,
  stream text not null,
  campaign text not null,
  person text not null,
  kind text not null check (kind in ('photo', 'document', 'voice')),
  -- as sent
  size integer not null check (size > 0),
  hash bytea not null,
  received integer not null default 0,
  state text not null default 'coming' check (state in ('coming', 'ready', 'refused', 'gone')),
  refused text,
  -- as kept
  type text,
  kept integer,
  wrapped bytea,
  -- the key that wraps the file's: the incident's, or the house's
  bound boolean not null,
  -- an event of the incident names it
  named boolean not null default false,
  checking_at timestamptz(3),
  touched_at timestamptz(3) not null default clock_timestamp()
);
create index file_by_stream on file (stream);
create index file_waiting on file (touched_at) where state = 'coming' or not named;

create table file_piece (
  file text not null references file on delete cascade,
  -- as the device sent it, until it was looked into; then as it is kept
  part text not null check (part in ('sent', 'kept')),
  at integer not null,
  sealed bytea not null,
  primary key (file, part, at)
);
-- Sealed bytes cannot be packed.
alter table file_piece alter column sealed set storage external;

-- Who destroys the key of an incident's free text destroys its files with it.
create function files_go_with_key() returns trigger language plpgsql as $$
begin
  if old.class = 'text' then
    delete from file_piece p using file f where f.file = p.file and f.stream = old.stream;
    update file set state = 'gone', wrapped = null, type = null, kept = null, refused = null where stream = old.stream;
  end if;
  return null;
end $$;
create trigger seal_key_takes_files after delete on seal_key
  for each row execute function files_go_with_key();
