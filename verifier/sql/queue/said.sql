-- How do the claims stand of which somebody has said something, with the machine and with people? They are few.
-- As `reader` may see it: while a second opinion is wanted, a claim that another has decided looks undecided.
create or replace temp table said_claims as
with holding as (
    select claim_id,
           arg_max(stands, decision) filter (where matter = 'verdict') as decided,
           arg_max(stands, decision) filter (where matter = 'assignee') as assigned
    from decisions
    where matter <> 'note'
    group by claim_id
),

said as (
    select holding.claim_id, decided.machine, decided.person,
           case when opinions.state is distinct from 'wanted' or decided.person = $reader then decided.verdict
           end as decided,
           nullif(assigned.assignee, '') as assignee, opinions.state as opinion,
           -- Whoever asked with a decision before their eyes cannot give the opinion.
           coalesce(opinions.state = 'wanted' and opinions.known > 0 and opinions.person = $reader, false) as knows
    from holding
    left join decisions as decided on decided.decision = holding.decided
    left join decisions as assigned on assigned.decision = holding.assigned
    left join standing_opinions as opinions on opinions.claim_id = holding.claim_id
)

-- Without what the queue needs of those alone that are shown.
select judged_claims.claim, judged_claims.claim_id, judged_claims.article, judged_claims.kind, judged_claims.reason,
       judged_claims.urgency, judged_claims.subject, judged_claims.series,
       said.decided, said.machine, said.assignee, said.opinion, said.knows,
       case when said.opinion = 'disagreement' then 'disputed'
            when said.decided is null then 'undecided'
            when said.machine <> case judged_claims.reason when 1 then 'conflicting' when 2 then 'corroborated'
                                                           else 'unsourced' end then 're-opened'
            else said.decided end as state
from said
join judged_claims on judged_claims.claim_id = said.claim_id
