-- A person sets claims apart from their topic: they stand on one of their own, until they are joined again.

-- Where a person's word has moved a claim: the topic that its words name. NULL where it stands on that one.
alter table claims add column words_topic varchar;

-- Rows are added and never changed; of each claim the last counts, also when its article is read anew.
-- `name`: what the person calls the topic it stands on from then on; "" of a claim that is joined again.
-- `carried_from`: the row that this one repeats, of a claim in the same words in an earlier text of the same source.
create table partings (
    parting      bigint  primary key check (parting >= 1),
    claim_id     varchar not null,
    kind         varchar not null check (kind in ('apart', 'joined')),
    from_topic   varchar not null,
    topic_id     varchar not null,
    name         varchar not null,
    why          varchar not null,
    person       varchar not null,
    said_at      timestamptz not null default current_timestamp,
    carried_from bigint,
    check ((kind = 'apart') = (name <> '')),
    check (carried_from < parting)
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

-- The claims that stand apart now, each with its topic and who said so.
create view standing_partings as
with latest as (
    select claim_id, max(parting) as parting from partings group by claim_id
)
select partings.*
from partings
join latest on latest.parting = partings.parting
where partings.kind = 'apart';

-- What was said of two statements that a person has set apart from each other since: one of them stood, or stands, on
-- a topic that the other was set apart from, or on one tied same to that, and the two topics are not tied same again.
-- Only a person's later word stands over a person's.
create view parted_accords as
with moved as (
    select claim_id, from_topic, topic_id from partings
),

left_topics as (
    select standing.claim_id, moved.from_topic as topic_id
    from standing_partings as standing
    join moved on moved.claim_id = standing.claim_id
    union
    select standing.claim_id, claims.words_topic
    from standing_partings as standing
    join claims on claims.claim_id = standing.claim_id
    where claims.words_topic is not null
),

said as (
    select first_claim as claim_id, second_claim as other_id, * from accords
    union all
    select second_claim, first_claim, * from accords
),

doubted as (
    select said.*, standing.topic_id
    from standing_partings as standing
    join said on said.claim_id = standing.claim_id
    where said.said_by <> 'person' or said.added_at <= standing.said_at
),

others as (
    select claims.claim_id, arg_max(claims.topic_id, claims.rowid) as topic_id,
           arg_max(coalesce(claims.words_topic, claims.topic_id), claims.rowid) as words_topic
    from claims
    where claims.claim_id in (select other_id from doubted)
    group by claims.claim_id
),

stood as (
    select claim_id, topic_id from others
    union
    select claim_id, words_topic from others
    union
    select claim_id, from_topic from moved
    union
    select claim_id, topic_id from moved
),

named as (
    select topic_id from left_topics
    union
    select topic_id from standing_partings
),

same as (
    select first_topic as topic_id, second_topic as other_topic
    from current_ties
    where relation = 'same' and first_topic in (select topic_id from named)
    union
    select second_topic, first_topic
    from current_ties
    where relation = 'same' and second_topic in (select topic_id from named)
    union
    select topic_id, topic_id from named
)

select distinct doubted.first_claim, doubted.second_claim, doubted.said_by
from doubted
join left_topics on left_topics.claim_id = doubted.claim_id
join same on same.topic_id = left_topics.topic_id
join stood on stood.claim_id = doubted.other_id and stood.topic_id = same.other_topic
join others on others.claim_id = doubted.other_id
where not exists (
    select 1 from same as again where again.topic_id = doubted.topic_id and again.other_topic = others.topic_id
);

-- What readers said of two statements, where no person has set one of them apart from the other.
create view heeded_accords as
select accords.*
from accords
anti join parted_accords using (first_claim, second_claim, said_by);
