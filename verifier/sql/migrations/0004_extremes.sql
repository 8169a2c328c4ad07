-- Claims by number, so that a million verdicts are numbers too: half of writing them was writing their claims' names.

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
