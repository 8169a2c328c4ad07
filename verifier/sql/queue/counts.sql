-- How many of the claims looked for have which verdict, of which kind, in which state, for whom and with what opinion?
with counted as (
    select code, kind, state, assignee, opinion, count(*) as claims
    from chosen('urgent')
    group by code, kind, state, assignee, opinion
)

select case code when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict, kind, state,
       assignee, opinion, sum(claims)::bigint as claims
from counted
group by verdict, kind, state, assignee, opinion
