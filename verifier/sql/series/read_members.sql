-- Which claims have to be read for those series? Theirs, and those one edge further.
create or replace temp table read_members as
with asked as (
    select series.series, series.subject from series where series in (select series from asked_series)
),

read_series as (
    select series from asked
    union
    select other from series_edges where series in (select series from asked)
    union
    select series from series
    where subject in (select other from subject_edges where subject in (select subject from asked))
)

select series_claims.*
from series_claims
join read_series on read_series.series = series_claims.series
