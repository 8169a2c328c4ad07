-- Which distinct figures do the claims of the series touched state now, and who stands behind each?
create or replace temp table stated_figures as
select series, figure, min(readings) as readings, min(low) as low, min(high) as high,
       min(hard_low) as hard_low, min(hard_high) as hard_high,
       min(article) as first_article, max(article) as last_article,
       min(case when credit <= 0 then origin * 2147483648 + kin end) as first_origin,
       max(case when credit <= 0 then origin * 2147483648 + kin end) as last_origin,
       min(case when credit <= 0 then kin * 2147483648 + origin end) as first_kin,
       max(case when credit <= 0 then kin * 2147483648 + origin end) as last_kin
from series_claims
where series in (select series from touched)
group by series, figure
