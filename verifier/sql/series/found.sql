-- What is the verdict on each claim, and by what reason?
create or replace temp table found as
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
)

select claim_id,
       case reason when 'conflicts' then 'conflicting' when 'agrees' then 'corroborated' else 'unsourced' end as verdict,
       reason
from reasons
