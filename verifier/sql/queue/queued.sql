-- How does every claim that has a verdict stand, with the machine and with people? By number, for there may be a million.
-- As `reader` may see it: while a second opinion is wanted, a claim that another has decided looks undecided.
create or replace temp macro queued(reader) as table
with judged as (
    select claim, claim_id, article, series from series_claims
    union all
    select claim, claim_id, article, null as series from worded_claims
),

told as (
    select judged.*, outcomes.reason as code,
           case outcomes.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
           case when opinions.state is distinct from 'wanted' or decided.person = reader then decided.verdict
                end as decided,
           decided.machine, assigned.assignee, opinions.state as opinion,
           -- Whoever asked with a decision before their eyes cannot give the opinion.
           opinions.state = 'wanted' and opinions.known > 0 and opinions.person = reader as knows
    from judged
    join outcomes on outcomes.claim = judged.claim
    left join standing_decisions as decided on decided.claim_id = judged.claim_id
    left join standing_assignees as assigned on assigned.claim_id = judged.claim_id
    left join standing_opinions as opinions on opinions.claim_id = judged.claim_id
),

stated as (
    select told.*, coalesce(series.aspect, 'words') as kind, coalesce(series.subject, 9e18::bigint) as subject,
           case when opinion = 'disagreement' then 'disputed'
                when decided is null then 'undecided'
                when machine <> verdict then 're-opened'
                else decided end as state
    from told
    left join series on series.series = told.series
)

-- Contradictions first, then figures nobody else bears out, then the rest; of each, what was opened again first.
select *,
       case when verdict = 'conflicting' then 1 when verdict = 'unsourced' and kind <> 'words' then 2 else 3 end as rank
from stated
