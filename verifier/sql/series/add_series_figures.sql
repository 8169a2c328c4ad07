-- Which distinct figures do their claims state now, and who stands behind each?
insert into series_figures
select series, figure, min(readings), min(low), min(high), min(hard_low), min(hard_high), min(article), max(article),
       min(case when credit <= 0 then origin * 2147483648 + kin end),
       max(case when credit <= 0 then origin * 2147483648 + kin end),
       min(case when credit <= 0 then kin * 2147483648 + origin end),
       max(case when credit <= 0 then kin * 2147483648 + origin end)
from series_claims
where series in (select series from touched)
group by series, figure
order by series
