-- What follows for the claims that extremes do not settle, from the distinct figures they are held against?
create or replace temp table settled as
with unsettled as (
    select * from judged where reason = ''
),

reached as (
    select distinct series_edges.other as series
    from series_edges
    where series_edges.agrees = 1 and series_edges.series in (select series from unsettled)
),

kinds as (
    select series, figure,
           min(low) as low, min(high) as high, min(hard_low) as hard_low, min(hard_high) as hard_high,
           min(readings) as readings, min(article) as first_article, max(article) as last_article,
           min(case when credit <= 0 then origin * 2147483648 + kin end) as first_origin,
           max(case when credit <= 0 then origin * 2147483648 + kin end) as last_origin,
           min(case when credit <= 0 then kin * 2147483648 + origin end) as first_kin,
           max(case when credit <= 0 then kin * 2147483648 + origin end) as last_kin
    from members
    where series in (select series from reached) or series in (select series from unsettled)
    group by series, figure
),

asked as (
    select kinds.series, kinds.figure, kinds.low, kinds.high, kinds.hard_low, kinds.hard_high, kinds.readings
    from kinds
    join (select distinct series, figure from unsettled) as mine
      on mine.series = kinds.series and mine.figure = kinds.figure
),

pairs as (
    select asked.series, asked.figure, kinds.figure as other_figure,
           series_edges.compares, series_edges.above, series_edges.below, series_edges.near, series_edges.within,
           kinds.first_article, kinds.last_article,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           case when asked.low <= kinds.high and kinds.low <= asked.high then 1 else 0 end as likely,
           case when asked.hard_low <= kinds.hard_high and kinds.hard_low <= asked.hard_high then 1 else 0 end as meets,
           case when kinds.hard_low > asked.hard_high then 1 else 0 end as higher,
           case when asked.readings + kinds.readings > 2
                 and asked.hard_low <= kinds.hard_high and kinds.hard_low <= asked.hard_high
                 and not (asked.low <= kinds.high and kinds.low <= asked.high) then 1 else 0 end as doubtful
    from asked
    join series_edges on series_edges.series = asked.series and series_edges.agrees = 1
    join kinds on kinds.series = series_edges.other
),

-- Between the readings of a unit there are gaps: two figures meet if any reading makes them meet.
readings_of as (
    select figure, usual, hard_low, hard_high from figure_readings
    union all
    select distinct figure, 1, hard_low, hard_high from kinds where readings = 1
),

tested as (
    select doubted.figure, doubted.other_figure,
           max(case when near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) as meets,
           max(case when near.usual = 1 and far.usual = 1 and far.hard_low > near.hard_high then 1 else 0 end) as higher
    from (select distinct figure, other_figure from pairs where doubtful = 1) as doubted
    join readings_of as near on near.figure = doubted.figure
    join readings_of as far on far.figure = doubted.other_figure
    group by doubted.figure, doubted.other_figure
),

compared as (
    select series, figure, compares, above, below, near, within, first_article, last_article,
           first_origin, last_origin, first_kin, last_kin, likely, meets, higher
    from pairs
    where doubtful = 0
    union all
    select pairs.series, pairs.figure, pairs.compares, pairs.above, pairs.below, pairs.near, pairs.within,
           pairs.first_article, pairs.last_article, pairs.first_origin, pairs.last_origin, pairs.first_kin,
           pairs.last_kin, pairs.likely, tested.meets, tested.higher
    from pairs
    join tested on tested.figure = pairs.figure and tested.other_figure = pairs.other_figure
    where pairs.doubtful = 1
),

related as (
    select compared.*,
           case when likely = 1 then 'agrees'
                when meets = 0 and (higher = 1 and above = 1 or higher = 0 and below = 1)
                    then case when within = 1 then 'conflicts' else 'conflicts elsewhere' end
                when compares = 1 and (meets = 1 or near = 1) then 'near'
                else '' end as relation
    from compared
),

summed as (
    select series, figure,
           max(case when relation = 'conflicts' then 1 else 0 end) as conflicts,
           min(case when relation = 'conflicts elsewhere' then first_article end) as first_foreign,
           max(case when relation = 'conflicts elsewhere' then last_article end) as last_foreign,
           min(case when relation = 'agrees' then first_article end) as first_agreeing,
           max(case when relation = 'agrees' then last_article end) as last_agreeing,
           min(case when relation = 'near' then first_article end) as first_near,
           max(case when relation = 'near' then last_article end) as last_near,
           coalesce(min(case when relation = 'agrees' then first_origin end), 0) as first_origin,
           coalesce(max(case when relation = 'agrees' then last_origin end), 0) as last_origin,
           coalesce(min(case when relation = 'agrees' then first_kin end), 0) as first_kin,
           coalesce(max(case when relation = 'agrees' then last_kin end), 0) as last_kin
    from related
    group by series, figure
)

select unsettled.claim_id, unsettled.series, unsettled.figure, unsettled.article, unsettled.origin, unsettled.kin,
       unsettled.credit, summed.first_origin, summed.last_origin, summed.first_kin, summed.last_kin,
       case
           when summed.conflicts = 1
             or coalesce(summed.first_foreign, unsettled.article) <> unsettled.article
             or coalesce(summed.last_foreign, unsettled.article) <> unsettled.article then 'conflicts'
           when unsettled.credit <= 0
                and ((summed.first_origin >= 2147483648
                      and (summed.first_origin < unsettled.origin * 2147483648
                           or summed.first_origin >= (unsettled.origin + 1) * 2147483648)
                      and summed.first_origin % 2147483648 <> unsettled.kin)
                  or (summed.last_origin >= 2147483648
                      and (summed.last_origin < unsettled.origin * 2147483648
                           or summed.last_origin >= (unsettled.origin + 1) * 2147483648)
                      and summed.last_origin % 2147483648 <> unsettled.kin)
                  or (summed.first_kin >= 2147483648
                      and (summed.first_kin < unsettled.kin * 2147483648
                           or summed.first_kin >= (unsettled.kin + 1) * 2147483648)
                      and summed.first_kin % 2147483648 <> unsettled.origin)
                  or (summed.last_kin >= 2147483648
                      and (summed.last_kin < unsettled.kin * 2147483648
                           or summed.last_kin >= (unsettled.kin + 1) * 2147483648)
                      and summed.last_kin % 2147483648 <> unsettled.origin))
               then 'agrees'
           when coalesce(summed.first_agreeing, unsettled.article) <> unsettled.article
             or coalesce(summed.last_agreeing, unsettled.article) <> unsettled.article then ''
           when coalesce(summed.first_near, unsettled.article) <> unsettled.article
             or coalesce(summed.last_near, unsettled.article) <> unsettled.article then 'near'
           when unsettled.first_company = unsettled.article and unsettled.last_company = unsettled.article then 'alone'
           else 'not comparable'
       end as reason
from unsettled
join summed on summed.series = unsettled.series and summed.figure = unsettled.figure
