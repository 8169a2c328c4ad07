-- What follows for each claim from the extremes of the series it is held against? 1 conflicts, 2 agrees, 7 nobody
-- speaks of the same, 0 extremes do not settle it.
create or replace temp table judged as
with reach as (
    select edges.series,
           max(case when edges.series = edges.other then edges.agrees else 0 end) as agrees,
           min(case when edges.agrees = 1 then other.first_article end) as first_article,
           max(case when edges.agrees = 1 then other.last_article end) as last_article,
           max(case when edges.above = 1 then other.top_hard_low end) as above,
           min(case when edges.below = 1 then other.least_hard_high end) as below,
           max(case when edges.above + edges.below > 0 and edges.part = 0 then other.readings else 0 end) as readings
    from edges
    join extremes as other on other.series = edges.other
    group by edges.series
),

around as (
    select reach.series, reach.agrees, reach.first_article, reach.last_article,
           extremes.top_low, extremes.least_high,
           extremes.first_origin, extremes.last_origin, extremes.first_kin, extremes.last_kin,
           case when reach.above > extremes.least_hard_high or reach.below < extremes.top_hard_low
                  or (reach.readings > 0 and reach.readings + extremes.readings > 2) then 1 else 0 end as disputed
    from reach
    join extremes on extremes.series = reach.series
),

-- Only where claims may conflict: those of one article may be among those beyond. Whoever reads a figure as all of
-- these are usually read meets them; else several readings may leave gaps.
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
    from edges
    join extremes as other on other.series = edges.other
    where edges.series in (select series from around where disputed = 1)
    group by edges.series
),

bounded as (
    select series, agrees, first_article, last_article, top_low, least_high,
           first_origin, last_origin, first_kin, last_kin,
           cast(null as decimal(30, 9)) as above, cast(null as decimal(30, 9)) as below,
           cast(null as decimal(30, 9)) as foreign_above, cast(null as decimal(30, 9)) as foreign_below,
           cast(null as bigint) as first_foreign, cast(null as bigint) as last_foreign,
           0 as readings, cast(null as decimal(30, 9)) as near_low, cast(null as decimal(30, 9)) as near_high
    from around
    where disputed = 0
    union all
    select around.series, around.agrees, around.first_article, around.last_article, around.top_low, around.least_high,
           around.first_origin, around.last_origin, around.first_kin, around.last_kin,
           apart.above, apart.below, apart.foreign_above, apart.foreign_below,
           apart.first_foreign, apart.last_foreign, apart.readings, apart.top_low, apart.least_high
    from around
    join apart on apart.series = around.series
),

-- `stage`: 1 conflicts, 2 conflicts but with claims of the same article, 3 not settled. Who agrees for certain: all of
-- the series, where each of its figures meets this one (2); else who states the same figure (1).
staged as (
    select kinds.series, kinds.figure, bounded.first_foreign, bounded.last_foreign,
           bounded.first_article, bounded.last_article,
           case when bounded.above > kinds.hard_high or bounded.below < kinds.hard_low then 1
                when bounded.foreign_above > kinds.hard_high or bounded.foreign_below < kinds.hard_low then 2
                when bounded.readings > 0 and bounded.readings + kinds.readings > 2
                     and (bounded.near_low > kinds.high or bounded.near_high < kinds.low) then 3
                else 0 end as stage,
           case when bounded.agrees = 0 or kinds.low > kinds.high then 0
                when bounded.top_low <= kinds.high and bounded.least_high >= kinds.low then 2 else 1 end as meets,
           kinds.first_origin, kinds.last_origin, kinds.first_kin, kinds.last_kin,
           bounded.first_origin as first_origin_of_all, bounded.last_origin as last_origin_of_all,
           bounded.first_kin as first_kin_of_all, bounded.last_kin as last_kin_of_all
    from kinds
    join bounded on bounded.series = kinds.series
),

witnessed as (
    select series, figure, stage, first_foreign, last_foreign, first_article, last_article,
           case meets when 2 then first_origin_of_all when 1 then first_origin end as first_origin,
           case meets when 2 then last_origin_of_all when 1 then last_origin end as last_origin,
           case meets when 2 then first_kin_of_all when 1 then first_kin end as first_kin,
           case meets when 2 then last_kin_of_all when 1 then last_kin end as last_kin
    from staged
),

known as (
    select series, figure, stage, first_foreign, last_foreign, first_article, last_article,
           cast((first_origin - first_origin % 2147483648) / 2147483648 as integer) as origin_1,
           cast(first_origin % 2147483648 as integer) as kin_1,
           cast((last_origin - last_origin % 2147483648) / 2147483648 as integer) as origin_2,
           cast(last_origin % 2147483648 as integer) as kin_2,
           cast(first_kin % 2147483648 as integer) as origin_3,
           cast((first_kin - first_kin % 2147483648) / 2147483648 as integer) as kin_3,
           cast(last_kin % 2147483648 as integer) as origin_4,
           cast((last_kin - last_kin % 2147483648) / 2147483648 as integer) as kin_4
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
