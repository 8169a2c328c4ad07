-- How does every claim that has a verdict stand, with the machine and with people? By number, for there may be a million.
create or replace temp view queued as
with judged as (
    select claim, claim_id, article, series from series_claims
    union all
    select claim, claim_id, article, null as series from worded_claims
),

told as (
    select judged.*, outcomes.reason as code,
           case outcomes.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
           standing_decisions.verdict as decided, standing_decisions.machine
    from judged
    join outcomes on outcomes.claim = judged.claim
    left join standing_decisions on standing_decisions.claim_id = judged.claim_id
),

stated as (
    select told.*, coalesce(series.aspect, 'words') as kind, coalesce(series.subject, 9e18::bigint) as subject,
           case when decided is null then 'undecided' when machine <> verdict then 're-opened' else decided end as state
    from told
    left join series on series.series = told.series
)

-- Contradictions first, then figures nobody else bears out, then the rest; of each, what was opened again first.
select *,
       case when verdict = 'conflicting' then 1 when verdict = 'unsourced' and kind <> 'words' then 2 else 3 end as rank
from stated
