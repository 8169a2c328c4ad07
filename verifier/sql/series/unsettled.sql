-- Which claims do extremes not settle?
create or replace temp table unsettled as
select members.*
from members
join judged on judged.claim = members.claim
where judged.reason = 0
