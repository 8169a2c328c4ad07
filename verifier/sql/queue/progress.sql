-- How many decisions hold of each verdict, in all and of today (UTC), and how many of them are this person's? As `reader`
-- may see it: of a claim on which a second opinion is wanted, another's verdict is "hidden".
with holding as (
    select case when opinions.state is distinct from 'wanted' or decided.person = $reader then decided.verdict
                else 'hidden' end as verdict,
           decided.person = $reader as is_mine,
           (decided.said_at at time zone 'UTC')::date = (current_timestamp at time zone 'UTC')::date as is_of_today
    from standing_decisions as decided
    left join standing_opinions as opinions on opinions.claim_id = decided.claim_id
    where decided.verdict is not null
)

select verdict, count(*) as in_all, count(*) filter (where is_of_today) as today,
       count(*) filter (where is_mine) as mine, count(*) filter (where is_mine and is_of_today) as mine_today
from holding
group by verdict
