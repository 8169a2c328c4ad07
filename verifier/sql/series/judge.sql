-- What follows for each claim from the extremes of the series it is held against? 1 conflicts, 2 agrees, 7 nobody
-- speaks of the same, 0 extremes do not settle it.
create or replace temp table judged as
with extremes as (
    select series,
           max(low) as top_low, min(high) as least_high,
           max(hard_low) as top_hard_low, min(hard_high) as least_hard_high, max(readings) as readings,
           min(first_article) as first_article, max(last_article) as last_article,
           min(first_origin) as first_origin, max(last_origin) as last_origin,
           min(first_kin) as first_kin, max(last_kin) as last_kin
    from kinds
    group by series
),

reach as (
    select edges.series,
           max(case when edges.series = edges.other then edges.agrees else 0 end) as agrees,
           min(case when edges.agrees = 1 then other.first_article end) as first_article,
           max(case when edges.agrees = 1 then other.last_article end) as last_article,
           max(case when edges.above = 1 then other.top_hard_low end) as above,
           min(case when edges.below = 1 then other.least_hard_high end) as below,
           max(case when edges.above + edges.below > 0 and edges.part = 0 then other.readings else 0 end) as readings
    from series_edges as edges
    join extremes as other on other.series = edges.other
    group by edges.series
),

-- Who agrees for certain: all of the series, where each of its figures meets this one; else who states the same figure.
held as (
    select kinds.series, kinds.figure, kinds.readings, kinds.low, kinds.high, kinds.hard_low, kinds.hard_high,
           reach.first_article, reach.last_article,
           case when reach.above > kinds.hard_high or reach.below < kinds.hard_low
                  or (reach.readings > 0 and reach.readings + kinds.readings > 2) then 1 else 0 end as doubtful,
           case when reach.agrees = 0 or kinds.low > kinds.high then 0
                when extremes.top_low <= kinds.high and extremes.least_high >= kinds.low then 2 else 1 end as meets,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           extremes.first_origin as series_first_origin, extremes.last_origin as series_last_origin,
           extremes.first_kin as series_first_kin, extremes.last_kin as series_last_kin
    from kinds
    join extremes on extremes.series = kinds.series
    join reach on reach.series = kinds.series
),

-- What only those need that may conflict: a claim of the same article may be among those beyond.
-- Whoever reads a figure as all of these are usually read meets them; else several readings may leave gaps.
apart as (
    select edges.series,
           max(case when edges.above = 1 and edges.within = 1 then other.top_hard_low end) as above,
           min(case when edges.below = 1 and edges.within = 1 then other.least_hard_high end) as below,
           max(case when edges.above = 1 and edges.within = 0 then other.top_hard_low end) as foreign_above,
           min(case when edges.below = 1 and edges.within = 0 then other.least_hard_high end) as foreign_below,
           min(case when edges.above + edges.below > 0 and edges.within = 0 then other.first_article end)
               as first_foreign,
           max(case when edges.above + edges.below > 0 and edges.within = 0 then other.last_article end)
               as last_foreign,
           max(case when edges.above + edges.below > 0 and edges.part = 0 then other.readings else 0 end) as readings,
           max(case when edges.above + edges.below > 0 and edges.part = 0 then other.top_low end) as top_low,
           min(case when edges.above + edges.below > 0 and edges.part = 0 then other.least_high end) as least_high
    from series_edges as edges
    join extremes as other on other.series = edges.other
    where edges.series in (select series from held where doubtful = 1)
    group by edges.series
),

staged as (
    select held.*, 0 as stage, 0 as first_foreign, 0 as last_foreign
    from held
    where doubtful = 0
    union all
    select held.*,
           case when apart.above > held.hard_high or apart.below < held.hard_low then 1
                when apart.foreign_above > held.hard_high or apart.foreign_below < held.hard_low then 2
                when apart.readings > 0 and apart.readings + held.readings > 2
                     and (apart.top_low > held.high or apart.least_high < held.low) then 3
                else 0 end,
           apart.first_foreign, apart.last_foreign
    from held
    join apart on apart.series = held.series
    where held.doubtful = 1
),

witnessed as (
    select series, figure, stage, first_foreign, last_foreign, first_article, last_article,
           case meets when 2 then series_first_origin when 1 then first_origin end as first_origin,
           case meets when 2 then series_last_origin when 1 then last_origin end as last_origin,
           case meets when 2 then series_first_kin when 1 then first_kin end as first_kin,
           case meets when 2 then series_last_kin when 1 then last_kin end as last_kin
    from staged
),

known as (
    select series, figure, stage, first_foreign, last_foreign, first_article, last_article,
           cast((first_origin - first_origin % 2147483648) / 2147483648 as bigint) as origin_1,
           first_origin % 2147483648 as kin_1,
           cast((last_origin - last_origin % 2147483648) / 2147483648 as bigint) as origin_2,
           last_origin % 2147483648 as kin_2,
           first_kin % 2147483648 as origin_3,
           cast((first_kin - first_kin % 2147483648) / 2147483648 as bigint) as kin_3,
           last_kin % 2147483648 as origin_4,
           cast((last_kin - last_kin % 2147483648) / 2147483648 as bigint) as kin_4
    from witnessed
)

select members.claim,
       case
           when known.stage = 1 then 1
           when known.stage = 2
               then case when members.article < known.first_foreign or members.article > known.last_foreign
                         then 1 else 0 end
           when known.stage = 3 then 0
           when members.credit <= 0
                and ((known.origin_1 <> members.origin and known.kin_1 <> members.kin)
                  or (known.origin_2 <> members.origin and known.kin_2 <> members.kin)
                  or (known.origin_3 <> members.origin and known.kin_3 <> members.kin)
                  or (known.origin_4 <> members.origin and known.kin_4 <> members.kin))
               then 2
           when coalesce(known.first_article, members.article) = members.article
                and coalesce(known.last_article, members.article) = members.article then 7
           else 0
       end as reason
from members
join known on known.series = members.series and known.figure = members.figure
