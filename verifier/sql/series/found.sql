-- Why has each claim its verdict? 1 conflicts, 2 agrees, 3 copies only, 4 near, 5 not comparable, 6 alone.
create or replace temp view found as
with reasons as (
    select claim, reason from judged where reason in (1, 2)
    union all
    select claim, reason from settled where reason in (1, 2, 4)
    union all
    select claim, 2 from agreed
    union all
    select claim, 3 from settled where reason = 0 and claim not in (select claim from agreed)
    union all
    select claim, reason from lonely
    union all
    select claim, reason from worded
)

-- A sum outweighs what was said without it.
select claim, reason
from reasons
where claim not in (select claim from reckoned)
union all
select reasons.claim,
       case when reckoned.conflicts = 1 then 1 when reasons.reason = 6 then 5 else reasons.reason end
from reasons
join reckoned on reckoned.claim = reasons.claim
