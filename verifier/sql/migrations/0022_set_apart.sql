-- A person sets claims apart from their topic: they stand on one of their own, until they are joined again.

-- Where a person's word has moved a claim: the topic that its words name. NULL where it stands on that one.
alter table claims add column words_topic varchar;

-- Rows are added and never changed; of each claim the last counts, also when its article is read anew.
-- `name`: what the person calls the topic it stands on from then on; "" of a claim that is joined again.
create table partings (
    parting    bigint  primary key check (parting >= 1),
    claim_id   varchar not null,
    kind       varchar not null check (kind in ('apart', 'joined')),
    from_topic varchar not null,
    topic_id   varchar not null,
    name       varchar not null,
    why        varchar not null,
    person     varchar not null,
    said_at    timestamptz not null default current_timestamp,
    check ((kind = 'apart') = (name <> ''))
);

-- Nothing fits in here. What would change or remove a row has to pass, and fails.
create table partings_changed (
    parting bigint check (parting is null)
);

create trigger partings_stay_as_they_are after update on partings
referencing old table as had
for each statement
insert into partings_changed select error('who set claims apart is never changed: join them again') from had;

create trigger partings_stay after delete on partings
referencing old table as had
for each statement
insert into partings_changed select error('who set claims apart is never removed: join them again') from had;

-- The claims that stand apart now, each with its topic.
create view standing_partings as
with latest as (
    select claim_id, max(parting) as parting from partings group by claim_id
)
select partings.claim_id, partings.topic_id
from partings
join latest on latest.parting = partings.parting
where partings.kind = 'apart';

-- What readers said of two statements, where no person has set one of them apart from the other.
create view heeded_accords as
select accords.*
from accords
left join standing_partings as first on first.claim_id = accords.first_claim
left join standing_partings as second on second.claim_id = accords.second_claim
where first.topic_id is not distinct from second.topic_id;
