-- Where claims have only come: which distinct figures do their series state now, and who stands behind each?
merge into series_figures as known
using (
    select series, figure, min(readings) as readings, min(low) as low, min(high) as high,
           min(hard_low) as hard_low, min(hard_high) as hard_high,
           min(article) as first_article, max(article) as last_article,
           min(case when credit <= 0 then origin * 2147483648 + kin end) as first_origin,
           max(case when credit <= 0 then origin * 2147483648 + kin end) as last_origin,
           min(case when credit <= 0 then kin * 2147483648 + origin end) as first_kin,
           max(case when credit <= 0 then kin * 2147483648 + origin end) as last_kin
    from numbered_claims
    group by series, figure
) as more on known.series = more.series and known.figure = more.figure
when matched then update set
    first_article = least(known.first_article, more.first_article),
    last_article = greatest(known.last_article, more.last_article),
    first_origin = least(known.first_origin, more.first_origin),
    last_origin = greatest(known.last_origin, more.last_origin),
    first_kin = least(known.first_kin, more.first_kin),
    last_kin = greatest(known.last_kin, more.last_kin)
when not matched then insert
