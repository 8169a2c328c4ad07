-- What follows for the claims that extremes do not settle, from the distinct figures they are held against?
-- 0: somebody agrees, who may not be independent; the rest as in judge.sql, and 4 near.
create or replace temp table settled as
with asked as (
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

-- 1 conflicts, 2 conflicts but with claims of the same article, 3 agrees, 4 near.
related as (
    select compared.*,
           case when likely = 1 then 3
                when meets = 0 and (higher = 1 and above = 1 or higher = 0 and below = 1)
                    then case when within = 1 then 1 else 2 end
                when compares = 1 and (meets = 1 or near = 1) then 4
                else 0 end as relation
    from compared
),

summed as (
    select series, figure,
           max(case when relation = 1 then 1 else 0 end) as conflicts,
           min(case when relation = 2 then first_article end) as first_foreign,
           max(case when relation = 2 then last_article end) as last_foreign,
           min(case when relation = 3 then first_article end) as first_agreeing,
           max(case when relation = 3 then last_article end) as last_agreeing,
           min(case when relation = 4 then first_article end) as first_near,
           max(case when relation = 4 then last_article end) as last_near,
           min(case when relation = 3 then first_origin end) as first_origin,
           max(case when relation = 3 then last_origin end) as last_origin,
           min(case when relation = 3 then first_kin end) as first_kin,
           max(case when relation = 3 then last_kin end) as last_kin
    from related
    group by series, figure
),

known as (
    select series, figure, conflicts, first_foreign, last_foreign, first_agreeing, last_agreeing, first_near, last_near,
           cast((first_origin - first_origin % 2147483648) / 2147483648 as bigint) as origin_1,
           first_origin % 2147483648 as kin_1,
           cast((last_origin - last_origin % 2147483648) / 2147483648 as bigint) as origin_2,
           last_origin % 2147483648 as kin_2,
           first_kin % 2147483648 as origin_3,
           cast((first_kin - first_kin % 2147483648) / 2147483648 as bigint) as kin_3,
           last_kin % 2147483648 as origin_4,
           cast((last_kin - last_kin % 2147483648) / 2147483648 as bigint) as kin_4
    from summed
)

select unsettled.claim, unsettled.series, unsettled.figure, unsettled.article, unsettled.origin, unsettled.kin,
       unsettled.credit, known.origin_1, known.kin_1, known.origin_2, known.kin_2, known.origin_3, known.kin_3,
       known.origin_4, known.kin_4,
       case
           when known.conflicts = 1 or known.first_foreign <> unsettled.article
             or known.last_foreign <> unsettled.article then 1
           when unsettled.credit <= 0
                and ((known.origin_1 <> unsettled.origin and known.kin_1 <> unsettled.kin)
                  or (known.origin_2 <> unsettled.origin and known.kin_2 <> unsettled.kin)
                  or (known.origin_3 <> unsettled.origin and known.kin_3 <> unsettled.kin)
                  or (known.origin_4 <> unsettled.origin and known.kin_4 <> unsettled.kin))
               then 2
           when known.first_agreeing <> unsettled.article or known.last_agreeing <> unsettled.article then 0
           when known.first_near <> unsettled.article or known.last_near <> unsettled.article then 4
           else 7
       end as reason
from unsettled
join known on known.series = unsettled.series and known.figure = unsettled.figure
