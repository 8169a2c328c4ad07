-- Where claims have only come: which claims may have another verdict? The new ones, those that nobody contradicted or
-- bore out, and those that a new figure may contradict. What is contradicted remains so, whoever comes.
create or replace temp table read_members as
with arrived as (
    select edges.series,
           max(case when edges.above = 1 then fresh_claims.hard_low end) as above,
           min(case when edges.below = 1 then fresh_claims.hard_high end) as below,
           max(fresh_claims.readings) as readings
    from series_edges as edges
    join fresh_claims on fresh_claims.series = edges.other
    where fresh_claims.figure is not null and edges.above + edges.below > 0 and edges.muted = 0
    group by edges.series
),

movable as (
    select claim
    from near_members
    where claim not in (select claim from outcomes where reason <= 2 and claim in (select claim from near_members))
    union
    select near_members.claim
    from near_members
    join arrived on arrived.series = near_members.series
    where arrived.above > near_members.hard_high or arrived.below < near_members.hard_low
       or arrived.readings + near_members.readings > 2
)

select * from series_claims where claim in (select claim from movable)
