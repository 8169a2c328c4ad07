-- Which claims are in those series? Apart from all that is asked of them: DuckDB scans them several times otherwise.
create or replace temp table near_members as
select claim, series, readings, hard_low, hard_high
from series_claims
where series in (select series from asked_series)
