-- What follows for each claim from the extremes of the series it is held against?
-- A reason is '' where extremes do not settle it.
create or replace temp table judged as
with extremes as (
    select series,
           min(article) as first_article, max(article) as last_article,
           max(low) as top_low, min(high) as least_high,
           max(hard_low) as top_hard_low, min(hard_high) as least_hard_high,
           max(readings) as readings,
           min(case when credit <= 0 then origin * 2147483648 + kin end) as first_origin,
           max(case when credit <= 0 then origin * 2147483648 + kin end) as last_origin,
           min(case when credit <= 0 then kin * 2147483648 + origin end) as first_kin,
           max(case when credit <= 0 then kin * 2147483648 + origin end) as last_kin
    from members
    group by series
),

reach as (
    select edges.series,
           max(case when edges.series = edges.other then edges.agrees else 0 end) as agrees,
           min(case when edges.agrees = 1 then other.first_article end) as first_article,
           max(case when edges.agrees = 1 then other.last_article end) as last_article,
           coalesce(max(case when edges.above = 1 and edges.within = 1 then other.top_hard_low end),
                    -900000000000000000000) as above,
           coalesce(min(case when edges.below = 1 and edges.within = 1 then other.least_hard_high end),
                    900000000000000000000) as below,
           coalesce(max(case when edges.above = 1 and edges.within = 0 then other.top_hard_low end),
                    -900000000000000000000) as foreign_above,
           coalesce(min(case when edges.below = 1 and edges.within = 0 then other.least_hard_high end),
                    900000000000000000000) as foreign_below,
           coalesce(min(case when edges.above + edges.below > 0 and edges.within = 0 then other.first_article end), 0)
               as first_foreign,
           coalesce(max(case when edges.above + edges.below > 0 and edges.within = 0 then other.last_article end), 0)
               as last_foreign,
           -- Whoever reads a figure as all of these are usually read meets them; else several readings may leave gaps.
           max(case when edges.above + edges.below > 0 and edges.part = 0 then other.readings else 1 end) as readings,
           max(case when edges.above + edges.below > 0 and edges.part = 0 then 1 else 0 end) as conflicts,
           coalesce(max(case when edges.above + edges.below > 0 and edges.part = 0 then other.top_low end),
                    -900000000000000000000) as top_low,
           coalesce(min(case when edges.above + edges.below > 0 and edges.part = 0 then other.least_high end),
                    900000000000000000000) as least_high
    from series_edges as edges
    join extremes as other on other.series = edges.other
    group by edges.series
),

subjects as (
    select series.subject, min(extremes.first_article) as first_article, max(extremes.last_article) as last_article
    from extremes
    join series on series.series = extremes.series
    group by series.subject
),

company as (
    select subject_edges.subject, min(subjects.first_article) as first_article, max(subjects.last_article) as last_article
    from subject_edges
    join subjects on subjects.subject = subject_edges.other
    group by subject_edges.subject
),

known as (
    select reach.*,
           company.first_article as first_company, company.last_article as last_company,
           extremes.top_low as own_top_low, extremes.least_high as own_least_high,
           coalesce(extremes.first_origin, 0) as first_origin, coalesce(extremes.last_origin, 0) as last_origin,
           coalesce(extremes.first_kin, 0) as first_kin, coalesce(extremes.last_kin, 0) as last_kin
    from reach
    join extremes on extremes.series = reach.series
    join series on series.series = reach.series
    join company on company.subject = series.subject
)

select members.claim_id, members.series, members.figure, members.article, members.origin, members.kin, members.credit,
       known.first_company, known.last_company,
       case
           when known.above > members.hard_high or known.below < members.hard_low then 'conflicts'
           when known.foreign_above > members.hard_high or known.foreign_below < members.hard_low
               then case when members.article < known.first_foreign or members.article > known.last_foreign
                         then 'conflicts' else '' end
           when known.conflicts * (members.readings + known.readings) > 2
                and (known.top_low > members.high or known.least_high < members.low) then ''
           when known.agrees = 1 and members.credit <= 0
                and known.own_top_low <= members.high and known.own_least_high >= members.low
                and ((known.first_origin >= 2147483648
                      and (known.first_origin < members.origin * 2147483648
                           or known.first_origin >= (members.origin + 1) * 2147483648)
                      and known.first_origin % 2147483648 <> members.kin)
                  or (known.last_origin >= 2147483648
                      and (known.last_origin < members.origin * 2147483648
                           or known.last_origin >= (members.origin + 1) * 2147483648)
                      and known.last_origin % 2147483648 <> members.kin)
                  or (known.first_kin >= 2147483648
                      and (known.first_kin < members.kin * 2147483648
                           or known.first_kin >= (members.kin + 1) * 2147483648)
                      and known.first_kin % 2147483648 <> members.origin)
                  or (known.last_kin >= 2147483648
                      and (known.last_kin < members.kin * 2147483648
                           or known.last_kin >= (members.kin + 1) * 2147483648)
                      and known.last_kin % 2147483648 <> members.origin))
               then 'agrees'
           when coalesce(known.first_article, members.article) = members.article
                and coalesce(known.last_article, members.article) = members.article
               then case when known.first_company = members.article and known.last_company = members.article
                         then 'alone' else 'not comparable' end
           else ''
       end as reason
from members
join known on known.series = members.series
