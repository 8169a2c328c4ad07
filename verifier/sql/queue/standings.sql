-- How does each of these claims stand with the people, on every matter, and with the machine?
with asked as (
    select unnest($claims::varchar[]) as claim_id, generate_subscripts($claims::varchar[], 1) as place
),

judged as (
    select claim_id,
           case reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict
    from judged_claims
    where claim_id in (select claim_id from asked)
)

select asked.claim_id,
       coalesce(decided.version, 0) as version,
       coalesce(decided.decision, 0) as decision_row,
       decided.verdict,
       decided.person,
       decided.machine as seen_verdict,
       coalesce(judged.verdict, '') as machine,
       coalesce(assigned.version, 0) as assigned,
       assigned.assignee,
       coalesce(opinions.version, 0) as asked,
       opinions.state as opinion,
       coalesce(opinions.opinion, 0) as opinion_row,
       opinions.person as opinion_by,
       opinions.verdict as opinion_verdict,
       coalesce(opinions.known, 0) as known,
       opinions.first_person as first_by,
       opinions.first_verdict
from asked
left join standing_decisions as decided on decided.claim_id = asked.claim_id
left join standing_assignees as assigned on assigned.claim_id = asked.claim_id
left join standing_opinions as opinions on opinions.claim_id = asked.claim_id
left join judged on judged.claim_id = asked.claim_id
order by asked.place
