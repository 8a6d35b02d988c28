-- Lists of what is sent from one unit to others, of proposals of likeness, of the year's handbook and of editions of plans.
-- None of them holds a text that a person wrote: those are read from the ledger, where they are sealed.

create table order_row (
  stream text primary key,
  campaign text not null,
  unit text not null,
  -- addressed units
  "to" text[] not null,
  given_at timestamptz(3) not null
);
create index order_by_campaign on order_row (campaign, given_at desc);

-- One unit's answer to an order or to an issued plan; `row` is the receipt without what was said.
create table receipt_row (
  stream text primary key,
  thing_kind text not null check (thing_kind in ('order', 'edition')),
  thing text not null,
  campaign text not null,
  unit text not null collate "C",
  row jsonb not null
);
create index receipt_by_thing on receipt_row (thing, unit);

-- A county's spread, from its first proposal on; a proposal waits while `settled_at` is null.
create table spread_row (
  stream text primary key,
  campaign text not null,
  county text not null collate "C",
  scenario text not null,
  proposed_at timestamptz(3) not null,
  settled_at timestamptz(3)
);
create index spread_by_county on spread_row (campaign, county, proposed_at desc);

-- Reports of one school that may be one matter; `pairs` as they stand now.
create table twice_row (
  stream text primary key,
  campaign text not null,
  unit text not null,
  scenario text not null,
  pairs jsonb not null
);

-- An entry of the year's handbook that a bureau made: where in which document, for which situations.
create table handbook_example (
  handbook text not null,
  example text not null,
  campaign text not null,
  unit text not null,
  document text not null,
  year integer not null,
  place text not null,
  scenarios text[] not null,
  struck boolean not null,
  primary key (handbook, example)
);
create index example_by_campaign on handbook_example (campaign, unit);

-- The editions of a unit's own plan, oldest first in `issued`.
create table edition_row (
  stream text primary key,
  campaign text not null,
  unit text not null,
  issued jsonb not null
);
create index edition_by_campaign on edition_row (campaign, unit);
