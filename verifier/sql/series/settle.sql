-- What follows for the claims that extremes do not settle, from the distinct figures they are held against?
-- 0: somebody agrees, who may not be independent; the rest as in judge.sql, and 4 near.
create or replace temp table settled as
with asked as (
    select kinds.series, kinds.figure, kinds.low, kinds.high, kinds.hard_low, kinds.hard_high, kinds.readings
    from kinds
    join (select distinct series, figure from unsettled) as mine
      on mine.series = kinds.series and mine.figure = kinds.figure
),

-- Between the readings of a unit there are gaps.
ambiguous as (
    select asked.series, asked.figure, kinds.figure as other_figure,
           edges.compares, edges.above, edges.below, edges.near, edges.within,
           kinds.first_article, kinds.last_article,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           asked.low, asked.high, asked.hard_low, asked.hard_high,
           kinds.low as other_low, kinds.high as other_high,
           kinds.hard_low as other_hard_low, kinds.hard_high as other_hard_high
    from asked
    join edges on edges.series = asked.series and edges.agrees = 1
    join kinds on kinds.series = edges.other
    where asked.readings > 1
    union all
    select asked.series, asked.figure, kinds.figure,
           edges.compares, edges.above, edges.below, edges.near, edges.within,
           kinds.first_article, kinds.last_article,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           asked.low, asked.high, asked.hard_low, asked.hard_high,
           kinds.low as other_low, kinds.high as other_high,
           kinds.hard_low as other_hard_low, kinds.hard_high as other_hard_high
    from asked
    join edges on edges.series = asked.series and edges.agrees = 1
    join kinds on kinds.series = edges.other
    where asked.readings = 1 and kinds.readings > 1
),

doubtful as (
    select *
    from ambiguous
    where hard_low <= other_hard_high and other_hard_low <= hard_high and not (low <= other_high and other_low <= high)
),

doubted as (
    select distinct figure, other_figure from doubtful
),

-- Two figures meet if any reading makes them meet.
readings_of as (
    select figure, usual, hard_low, hard_high from figure_readings
    union all
    select distinct figure, 1, hard_low, hard_high
    from kinds
    where readings = 1
      and (figure in (select figure from doubted) or figure in (select other_figure from doubted))
),

tested as (
    select doubted.figure, doubted.other_figure,
           max(case when near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) as meets,
           max(case when near.usual = 1 and far.usual = 1 and far.hard_low > near.hard_high then 1 else 0 end) as higher
    from doubted
    join readings_of as near on near.figure = doubted.figure
    join readings_of as far on far.figure = doubted.other_figure
    group by doubted.figure, doubted.other_figure
),

-- 1 conflicts, 2 conflicts but with claims of the same article, 3 agrees, 4 near.
related as (
    select asked.series, asked.figure, kinds.first_article, kinds.last_article,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           case when asked.low <= kinds.high and kinds.low <= asked.high then 3
                when asked.hard_low <= kinds.hard_high and kinds.hard_low <= asked.hard_high
                    then case when asked.readings + kinds.readings = 2 then edges.compares * 4 else 0 end
                when (kinds.hard_low > asked.hard_high and edges.above = 1)
                  or (kinds.hard_low <= asked.hard_high and edges.below = 1) then 2 - edges.within
                else edges.compares * edges.near * 4 end as relation
    from asked
    join edges on edges.series = asked.series and edges.agrees = 1
    join kinds on kinds.series = edges.other
    union all
    select doubtful.series, doubtful.figure, doubtful.first_article, doubtful.last_article,
           doubtful.first_origin, doubtful.last_origin, doubtful.first_kin, doubtful.last_kin,
           case when tested.meets = 1 then doubtful.compares * 4
                when (tested.higher = 1 and doubtful.above = 1) or (tested.higher = 0 and doubtful.below = 1)
                    then 2 - doubtful.within
                else doubtful.compares * doubtful.near * 4 end
    from doubtful
    join tested on tested.figure = doubtful.figure and tested.other_figure = doubtful.other_figure
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
           cast((first_origin - first_origin % 2147483648) / 2147483648 as integer) as origin_1,
           cast(first_origin % 2147483648 as integer) as kin_1,
           cast((last_origin - last_origin % 2147483648) / 2147483648 as integer) as origin_2,
           cast(last_origin % 2147483648 as integer) as kin_2,
           cast(first_kin % 2147483648 as integer) as origin_3,
           cast((first_kin - first_kin % 2147483648) / 2147483648 as integer) as kin_3,
           cast(last_kin % 2147483648 as integer) as origin_4,
           cast((last_kin - last_kin % 2147483648) / 2147483648 as integer) as kin_4
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
