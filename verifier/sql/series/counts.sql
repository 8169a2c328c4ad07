-- How many claims are there of each verdict, and by which reason?
select case reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       case reason when 1 then 'conflicts' when 2 then 'agrees' when 3 then 'copies only' when 4 then 'near'
                   when 5 then 'not comparable' else 'alone' end as reason,
       count(*) as claims
from outcomes
group by outcomes.reason
order by verdict, reason
