-- Claims by number, so that a million verdicts are numbers too, and the extremes that they rest on, kept.
-- All of it is worked out from the tables of 0002, and may be emptied and worked out again.

alter table series_claims rename to named_series_claims;
alter table worded_claims rename to named_worded_claims;
alter table verdicts rename to named_verdicts;

-- As before, and `claim` is the number of the claim, in both tables together.
create table series_claims (
    claim     bigint         not null,
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

create table worded_claims (
    claim    bigint  not null,
    claim_id varchar not null,
    article  bigint  not null,
    origin   bigint  not null,
    credit   bigint  not null
);

insert into series_claims
select row_number() over (order by series, claim_id), claim_id, article, series, origin, kin, credit, figure, readings,
       low, high, hard_low, hard_high
from named_series_claims
order by series, claim_id;

insert into worded_claims
select (select count(*) from named_series_claims) + row_number() over (order by claim_id),
       claim_id, article, origin, credit
from named_worded_claims;

-- The distinct figures of each series and who stands behind them, in pairs of an origin and a kin: of the claims that
-- credit nobody in the store, the least and the greatest by origin (origin * 2147483648 + kin) and by kin.
create table series_figures (
    series        bigint         not null,
    figure        bigint         not null,
    readings      integer        not null,
    low           decimal(30, 9) not null,
    high          decimal(30, 9) not null,
    hard_low      decimal(30, 9) not null,
    hard_high     decimal(30, 9) not null,
    first_article bigint         not null,
    last_article  bigint         not null,
    first_origin  bigint,
    last_origin   bigint,
    first_kin     bigint,
    last_kin      bigint
);

insert into series_figures
select series, figure, min(readings), min(low), min(high), min(hard_low), min(hard_high), min(article), max(article),
       min(case when credit <= 0 then origin * 2147483648 + kin end),
       max(case when credit <= 0 then origin * 2147483648 + kin end),
       min(case when credit <= 0 then kin * 2147483648 + origin end),
       max(case when credit <= 0 then kin * 2147483648 + origin end)
from series_claims
group by series, figure
order by series;

-- How far each series reaches, of all its figures together.
create table series_extremes (
    series          bigint         not null,
    readings        integer        not null,
    top_low         decimal(30, 9) not null,
    least_high      decimal(30, 9) not null,
    top_hard_low    decimal(30, 9) not null,
    least_hard_high decimal(30, 9) not null,
    first_article   bigint         not null,
    last_article    bigint         not null,
    first_origin    bigint,
    last_origin     bigint,
    first_kin       bigint,
    last_kin        bigint
);

insert into series_extremes
select series, max(readings), max(low), min(high), max(hard_low), min(hard_high), min(first_article), max(last_article),
       min(first_origin), max(last_origin), min(first_kin), max(last_kin)
from series_figures
group by series
order by series;

-- What the series are about.
create table subjects (
    subject   bigint  not null,
    topic_id  varchar not null,
    aspect    varchar not null,
    dimension varchar not null
);

insert into subjects
select distinct subject, topic_id, aspect, dimension from series;

-- How many rows of these tables have been gone through. Rows are added to them and never taken away.
create table progress (
    extractions bigint not null,
    sources     bigint not null,
    ties        bigint not null
);

insert into progress values (0, 0, 0);

-- Why each claim has its verdict: 1 conflicts, 2 agrees, 3 copies only, 4 near, 5 not comparable, 6 alone.
create table outcomes (
    claim  bigint  not null,
    reason tinyint not null
);

insert into outcomes
select numbered.claim,
       case named_verdicts.reason when 'conflicts' then 1 when 'agrees' then 2 when 'copies only' then 3
                                  when 'near' then 4 when 'not comparable' then 5 else 6 end
from named_verdicts
join (
    select claim, claim_id from series_claims
    union all
    select claim, claim_id from worded_claims
) as numbered on numbered.claim_id = named_verdicts.claim_id;

drop table named_verdicts;
drop table named_series_claims;
drop table named_worded_claims;

create view verdicts as
with named as (
    select claim, claim_id from series_claims
    union all
    select claim, claim_id from worded_claims
)
select named.claim_id,
       case outcomes.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       case outcomes.reason when 1 then 'conflicts' when 2 then 'agrees' when 3 then 'copies only' when 4 then 'near'
                            when 5 then 'not comparable' else 'alone' end as reason
from outcomes
join named on named.claim = outcomes.claim;
