-- Which series may have another verdict now? Those touched, and those one edge away.
create or replace temp table asked_series as
with subjects as (
    select subject from series where series in (select series from touched)
),

near as (
    select subject from subjects
    union
    select other from subject_edges where subject in (select subject from subjects)
)

select series from series where subject in (select subject from near)
union
select other from series_edges where part = 1 and series in (select series from touched)
