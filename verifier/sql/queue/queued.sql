-- How does every claim that has a verdict stand, with the machine and with people? By number, for there may be a million.
-- As `reader` may see it: while a second opinion is wanted, a claim that another has decided looks undecided.
create or replace temp macro queued(reader) as table
with judged as (
    select claim, claim_id, article, series from series_claims
    union all
    select claim, claim_id, article, null as series from worded_claims
),

-- The row that holds on each matter, of the few claims of which somebody has said something.
holding as (
    select claim_id,
           arg_max(stands, decision) filter (where matter = 'verdict') as decided,
           arg_max(stands, decision) filter (where matter = 'assignee') as assigned
    from decisions
    where matter <> 'note'
    group by claim_id
),

said as (
    select holding.claim_id, decided.verdict, decided.machine, decided.person,
           nullif(assigned.assignee, '') as assignee, opinions.state as opinion,
           -- Whoever asked with a decision before their eyes cannot give the opinion.
           coalesce(opinions.state = 'wanted' and opinions.known > 0 and opinions.person = reader, false) as knows
    from holding
    left join decisions as decided on decided.decision = holding.decided
    left join decisions as assigned on assigned.decision = holding.assigned
    left join standing_opinions as opinions on opinions.claim_id = holding.claim_id
),

told as (
    select judged.*, outcomes.reason as code,
           case outcomes.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
           case when said.opinion is distinct from 'wanted' or said.person = reader then said.verdict end as decided,
           said.machine, said.assignee, said.opinion, said.knows
    from judged
    join outcomes on outcomes.claim = judged.claim
    left join said on said.claim_id = judged.claim_id
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
