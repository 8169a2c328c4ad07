-- How far do they reach now?
insert into series_extremes
select series, max(readings), max(low), min(high), max(hard_low), min(hard_high), min(first_article), max(last_article),
       min(first_origin), max(last_origin), min(first_kin), max(last_kin)
from stated_figures
group by series
order by series
