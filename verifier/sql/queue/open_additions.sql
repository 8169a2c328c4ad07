-- Which articles that were handed in wait to be checked, in the order they came?
with last_steps as (
    select addition_id, max(step) as step from addition_steps group by addition_id
)
select
    additions.addition_id as addition,
    additions.name,
    additions.text,
    additions.title,
    additions.publisher,
    additions.published
from additions
left join last_steps on last_steps.addition_id = additions.addition_id
left join addition_steps as steps on steps.addition_id = last_steps.addition_id and steps.step = last_steps.step
where coalesce(steps.outcome, 'again') = 'again'
order by additions.added_at, additions.addition_id
