-- Which series may have another verdict now? Those touched, those held against them, and those of one article that
-- was alone with its subject, or is now.
create or replace temp table asked_series as
with subjects_touched as (
    select subject from series where series in (select series from touched)
),

subjects_beside as (
    select other as subject from subject_edges where subject in (select subject from subjects_touched)
)

select series from touched
union
select other from series_edges where series in (select series from touched)
union
select series
from series_extremes
where series in (select series from series where subject in (select subject from subjects_beside))
  and first_article = last_article
