-- Which claims do extremes not settle?
create or replace temp table unsettled as
select members.claim, members.series, members.figure, members.article, members.origin, members.kin, members.credit
from members
join judged on judged.claim = members.claim
where judged.reason = 0
