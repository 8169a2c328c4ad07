-- Does anybody independent agree with the claims of which it is only known that somebody agrees?
create or replace temp table agreed as
with doubted as (
    select * from settled where reason = 0 and claim not in (select claim from witnessed)
),

reached as (
    select distinct series_edges.other as series
    from series_edges
    where series_edges.agrees = 1 and series_edges.series in (select series from doubted)
),

kinds as (
    select series, figure, origin, credit, count(*) as claims, min(low) as low, min(high) as high
    from members
    where series in (select series from reached) or series in (select series from doubted)
    group by series, figure, origin, credit
),

asked as (
    select kinds.series, kinds.figure, kinds.origin, kinds.credit, kinds.low, kinds.high
    from kinds
    join (select distinct series, figure, origin, credit from doubted) as mine
      on mine.series = kinds.series and mine.figure = kinds.figure and mine.origin = kinds.origin
     and mine.credit = kinds.credit
),

met as (
    select asked.series, asked.figure, asked.origin, asked.credit,
           kinds.series as other_series, kinds.figure as other_figure, kinds.origin as other_origin,
           kinds.credit as other_credit, kinds.claims
    from asked
    join series_edges on series_edges.series = asked.series and series_edges.agrees = 1
    join kinds on kinds.series = series_edges.other
    where kinds.origin <> asked.origin and asked.low <= kinds.high and kinds.low <= asked.high
),

-- One that takes it from the other does not bear it out.
free as (
    select * from met
    except
    select met.* from met join credits on credits.credit = met.credit and credits.origin = met.other_origin
    except
    select met.* from met join credits on credits.credit = met.other_credit and credits.origin = met.origin
),

counted as (
    select doubted.claim, free.claims
    from doubted
    join free on free.series = doubted.series and free.figure = doubted.figure and free.origin = doubted.origin
             and free.credit = doubted.credit
    union all
    -- Nor does a copy.
    select doubted.claim, -1
    from doubted
    join copied on copied.article = doubted.article
    join members on members.article = copied.other
    join free on free.series = doubted.series and free.figure = doubted.figure and free.origin = doubted.origin
             and free.credit = doubted.credit
             and free.other_series = members.series and free.other_figure = members.figure
             and free.other_origin = members.origin and free.other_credit = members.credit
)

select claim
from counted
group by claim
having sum(claims) > 0
union all
select claim from witnessed
