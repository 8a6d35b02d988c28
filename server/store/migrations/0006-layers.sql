-- Layers of plans as they were written, kept for ever by content hash, and which layers a pinned plan was joined from: that
-- is no part of the plan's own content, so a plan of an older version may have none.
create table layer_pinned (
  hash text primary key,
  id text not null,
  kind text not null check (kind in ('nation', 'province', 'county', 'school')),
  -- Word for word, with its comments, as a person wrote it; null where it came in several files.
  source text,
  -- json, not jsonb: read as text, its keys must stand in the order in which people read a plan.
  layer json not null,
  pinned_at timestamptz(3) not null default clock_timestamp()
);

create table plan_layer (
  plan text not null references plan_pinned (hash),
  layer text not null references layer_pinned (hash),
  primary key (plan, layer)
);

-- The same for plans: the catalogue has an order.
alter table plan_pinned alter column plan type json using plan::json;
