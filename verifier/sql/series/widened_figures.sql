-- Which distinct figures do the series touched state now, where claims have only come?
-- The same as stated_figures, from what is known of the series, however many claims these hold.
create or replace temp table stated_figures as
with stated as (
    select * from series_figures where series in (select series from touched)
    union all
    select series, figure, readings, low, high, hard_low, hard_high, article, article,
           case when credit <= 0 then origin * 2147483648 + kin end,
           case when credit <= 0 then origin * 2147483648 + kin end,
           case when credit <= 0 then kin * 2147483648 + origin end,
           case when credit <= 0 then kin * 2147483648 + origin end
    from numbered_claims
)

select series, figure, min(readings) as readings, min(low) as low, min(high) as high,
       min(hard_low) as hard_low, min(hard_high) as hard_high,
       min(first_article) as first_article, max(last_article) as last_article,
       min(first_origin) as first_origin, max(last_origin) as last_origin,
       min(first_kin) as first_kin, max(last_kin) as last_kin
from stated
group by series, figure
