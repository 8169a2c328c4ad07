-- Does anybody independent agree with the claims of which it is only known that somebody agrees?
create or replace temp table agreed as
with doubted as (
    select * from settled where reason = 0 and claim not in (select claim from witnessed)
),

-- The claims of their series and of those they are held against.
near as (
    select members.series, members.figure, members.article, members.origin, members.credit
    from series_claims as members
    where members.series in (
        select series from doubted
        union
        select edges.other
        from edges
        where edges.agrees = 1 and edges.series in (select series from doubted)
    )
),

stated as (
    select near.series, near.figure, near.origin, near.credit, kinds.low, kinds.high, count(*) as claims
    from near
    join kinds on kinds.series = near.series and kinds.figure = near.figure
    group by near.series, near.figure, near.origin, near.credit, kinds.low, kinds.high
),

asked as (
    select stated.series, stated.figure, stated.origin, stated.credit, stated.low, stated.high
    from stated
    join (select distinct series, figure, origin, credit from doubted) as mine
      on mine.series = stated.series and mine.figure = stated.figure and mine.origin = stated.origin
     and mine.credit = stated.credit
),

met as (
    select asked.series, asked.figure, asked.origin, asked.credit,
           stated.series as other_series, stated.figure as other_figure, stated.origin as other_origin,
           stated.credit as other_credit, stated.claims
    from asked
    join edges on edges.series = asked.series and edges.agrees = 1
    join stated on stated.series = edges.other
    where stated.origin <> asked.origin and asked.low <= stated.high and stated.low <= asked.high
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
    join near on near.article = copied.other
    join free on free.series = doubted.series and free.figure = doubted.figure and free.origin = doubted.origin
             and free.credit = doubted.credit
             and free.other_series = near.series and free.other_figure = near.figure
             and free.other_origin = near.origin and free.other_credit = near.credit
)

select claim
from counted
group by claim
having sum(claims) > 0
union all
select claim from witnessed
