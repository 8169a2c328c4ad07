-- What is the verdict on each claim, and by what reason?
create or replace temp view found as
with reasons as (
    select claim_id, reason from judged where reason <> ''
    union all
    select claim_id, reason from settled where reason <> ''
    union all
    select claim_id, case when claim_id in (select claim_id from agreed) then 'agrees' else 'copies only' end
    from settled
    where reason = ''
    union all
    select claim_id, reason from worded
),

-- A sum outweighs what was said without it.
summed as (
    select claim_id,
           case when claim_id in (select claim_id from reckoned where conflicts = 1) then 'conflicts'
                when reason = 'alone' and claim_id in (select claim_id from reckoned) then 'not comparable'
                else reason end as reason
    from reasons
)

select claim_id,
       case reason when 'conflicts' then 'conflicting' when 'agrees' then 'corroborated' else 'unsourced' end as verdict,
       reason
from summed
