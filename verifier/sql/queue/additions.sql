-- Which articles were handed in last, and what became of each?
with last_steps as (
    select addition_id, max(step) as step from addition_steps group by addition_id
)
select
    additions.addition_id as addition,
    additions.name,
    additions.title,
    additions.person,
    cast(additions.added_at as varchar) as added,
    case when steps.outcome is null or steps.outcome = 'again' then 'waiting' else steps.outcome end as state,
    coalesce(steps.why, '') as why,
    steps.article_id as article
from additions
left join last_steps on last_steps.addition_id = additions.addition_id
left join addition_steps as steps on steps.addition_id = last_steps.addition_id and steps.step = last_steps.step
order by additions.added_at desc, additions.addition_id
limit $most
