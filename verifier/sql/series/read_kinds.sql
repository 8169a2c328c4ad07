-- Which distinct figures have to be read? Those of the same series, of the series they are held against, and of the
-- subjects mentioned beside theirs.
create or replace temp table read_kinds as
with asked_subjects as (
    select subject from series where series in (select series from read_members)
)

select *
from series_figures
where series in (
    select series from read_members
    union
    select other from read_edges
    union
    select series
    from series
    where subject in (select other from subject_edges where subject in (select subject from asked_subjects))
)
