-- What the check of a whole store rests on: claims by series, the series each is held against, and what followed.
-- All of it is worked out from the tables before, and may be emptied and worked out again.

-- Numbers, because a million of them are grouped. `origin` is the first article of the publisher, or the article itself
-- where none is known; `kin` is the first of all articles that hang together by copies.
create table origins (
    article_id varchar not null,
    article    bigint  not null,
    origin     bigint  not null,
    kin        bigint  not null,
    publisher  varchar not null
);

-- Whom a claim credits, in its words; the numbers of those who publish under that name.
create table attributions (
    credit bigint  not null,
    words  varchar not null
);

create table credits (
    credit bigint not null,
    origin bigint not null
);

-- Claims of one series differ in nothing but their figures and who makes them. "" and false stand for what cannot matter.
create table series (
    series       bigint  not null,
    subject      bigint  not null,
    topic_id     varchar not null,
    aspect       varchar not null,
    dimension    varchar not null,
    modality     varchar not null,
    counted      varchar not null,
    basis        varchar not null,
    basis_open   boolean not null,
    happening    boolean not null,
    happened     date,
    as_of        date,
    day_stated   boolean not null,
    forecaster   varchar not null,
    period_state varchar not null,
    period_start date,
    period_until date,
    first_month  integer,
    months       integer
);

-- Two series whose claims are held against each other, once in each direction and each series against itself.
-- `above`: a figure of `other` that is higher conflicts; `below`: one that is lower. `near`: neither, and they are near
-- however far apart. `within`: in one article too. `part`: one is part of the other.
create table series_edges (
    series   bigint  not null,
    other    bigint  not null,
    agrees   integer not null,
    compares integer not null,
    above    integer not null,
    below    integer not null,
    near     integer not null,
    within   integer not null,
    part     integer not null
);

-- Subjects (topic, aspect and dimension) any of whose claims are mentioned beside each other.
create table subject_edges (
    subject bigint not null,
    other   bigint not null
);

-- One row for each claim with a figure that can be compared: the interval as it is usually read, and the ends of all
-- its readings. `figure` is the same where all of that is the same; several `readings` are in `figure_readings`.
create table series_claims (
    claim_id  varchar        not null,
    article   bigint         not null,
    series    bigint         not null,
    origin    bigint         not null,
    kin       bigint         not null,
    credit    bigint         not null,
    figure    bigint         not null,
    readings  integer        not null,
    low       decimal(30, 9) not null,
    high      decimal(30, 9) not null,
    hard_low  decimal(30, 9) not null,
    hard_high decimal(30, 9) not null
);

create table figure_readings (
    figure    bigint         not null,
    usual     integer        not null,
    hard_low  decimal(30, 9) not null,
    hard_high decimal(30, 9) not null
);

-- All others: what they come to is told by answers about words alone.
create table worded_claims (
    claim_id varchar not null,
    article  bigint  not null,
    origin   bigint  not null,
    credit   bigint  not null
);

-- The readings whose claims are in the tables above.
create table series_extractions (
    extraction_id varchar not null,
    article_id    varchar not null
);

create table verdicts (
    claim_id varchar not null,
    verdict  varchar not null check (verdict in ('conflicting', 'corroborated', 'unsourced')),
    reason   varchar not null
);
