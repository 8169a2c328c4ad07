-- Claims as they were read, the topics they are about, and what was decided of pairs of them.

create table extractions (
    article_id    varchar   not null,
    extraction_id varchar   not null,
    seq           integer   not null,
    document      json      not null,
    added_at      timestamptz not null default current_timestamp,
    primary key (article_id, seq)
);

create table topics (
    topic_id     varchar not null primary key,
    measure      varchar not null,
    counted      varchar not null,
    item         varchar not null,
    actor        varchar not null,
    counterparty varchar not null,
    event        varchar not null
);

create table topic_words (
    topic_id varchar not null,
    word     varchar not null,
    primary key (topic_id, word)
);

create table claims (
    extraction_id varchar not null,
    claim_id      varchar not null,
    article_id    varchar not null,
    topic_id      varchar not null,
    aspect        varchar not null check (aspect in ('amount', 'change', 'share', 'rank', 'tally', 'event')),
    modality      varchar not null check (modality in ('fact', 'plan', 'forecast', 'target', 'proposal')),
    dimension     varchar not null,
    event         varchar not null,
    counted       varchar not null,
    basis         varchar not null,
    basis_open    boolean not null,
    period_state  varchar not null check (period_state in ('none', 'known', 'open year', 'open end', 'fuzzy')),
    period_start  date,
    period_until  date,
    first_month   integer,
    months        integer,
    counted_on    date,
    value         decimal(30, 9),
    document      json    not null,
    primary key (extraction_id, claim_id)
);

-- One row for each reading of a claim's unit ("ton": three), in base units; closed ends, unbounded ones at +-9e20.
create table intervals (
    extraction_id varchar not null,
    claim_id      varchar not null,
    reading       varchar not null,
    usual         boolean not null,
    low           decimal(30, 9) not null,
    high          decimal(30, 9) not null,
    hard_low      decimal(30, 9) not null,
    hard_high     decimal(30, 9) not null,
    primary key (extraction_id, claim_id, reading)
);

-- Of each unordered pair of topics, first_topic < second_topic.
create table ties (
    first_topic  varchar not null,
    second_topic varchar not null,
    relation     varchar not null check (
        relation in ('same', 'unclear', 'open', 'narrower', 'broader', 'overlapping', 'other')
    ),
    why          varchar not null,
    said_by      varchar not null check (said_by in ('code', 'model', 'person')),
    added_at     timestamptz not null default current_timestamp,
    check (first_topic < second_topic),
    primary key (first_topic, second_topic, said_by)
);

-- Of each unordered pair of claims made in words, first_claim < second_claim.
create table accords (
    first_claim  varchar not null,
    second_claim varchar not null,
    relation     varchar not null check (relation in ('agree', 'contradict', 'other')),
    why          varchar not null,
    said_by      varchar not null check (said_by in ('model', 'person')),
    added_at     timestamptz not null default current_timestamp,
    check (first_claim < second_claim),
    primary key (first_claim, second_claim, said_by)
);

create view current_extractions as
select article_id, arg_max(extraction_id, seq) as extraction_id
from extractions
group by article_id;

-- The claims that take part in comparisons: of the newest reading of each article some source still holds.
create view live_claims as
select claims.*
from claims
join current_extractions using (extraction_id)
join current_articles on current_articles.article_id = claims.article_id;

-- Of each decided pair the word that counts: a person's before code's, code's before the model's.
create view current_ties as
select first_topic, second_topic,
       arg_min(relation, case said_by when 'person' then 1 when 'code' then 2 else 3 end) as relation,
       arg_min(why, case said_by when 'person' then 1 when 'code' then 2 else 3 end) as why,
       min(case said_by when 'person' then 1 when 'code' then 2 else 3 end) as said
from ties
group by first_topic, second_topic;
