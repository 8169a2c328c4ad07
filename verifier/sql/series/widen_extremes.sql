-- Where claims have only come: how far do their series reach now?
merge into series_extremes as known
using (
    select series, max(readings) as readings, max(low) as top_low, min(high) as least_high,
           max(hard_low) as top_hard_low, min(hard_high) as least_hard_high,
           min(article) as first_article, max(article) as last_article,
           min(case when credit <= 0 then origin * 2147483648 + kin end) as first_origin,
           max(case when credit <= 0 then origin * 2147483648 + kin end) as last_origin,
           min(case when credit <= 0 then kin * 2147483648 + origin end) as first_kin,
           max(case when credit <= 0 then kin * 2147483648 + origin end) as last_kin
    from numbered_claims
    group by series
) as more on known.series = more.series
when matched then update set
    readings = greatest(known.readings, more.readings),
    top_low = greatest(known.top_low, more.top_low),
    least_high = least(known.least_high, more.least_high),
    top_hard_low = greatest(known.top_hard_low, more.top_hard_low),
    least_hard_high = least(known.least_hard_high, more.least_hard_high),
    first_article = least(known.first_article, more.first_article),
    last_article = greatest(known.last_article, more.last_article),
    first_origin = least(known.first_origin, more.first_origin),
    last_origin = greatest(known.last_origin, more.last_origin),
    first_kin = least(known.first_kin, more.first_kin),
    last_kin = greatest(known.last_kin, more.last_kin)
when not matched then insert
