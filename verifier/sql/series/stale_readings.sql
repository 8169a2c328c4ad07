-- Which readings in the series are no longer the newest of an article that some source holds?
create or replace temp table stale as
select series_extractions.extraction_id, series_extractions.article_id, origins.article
from series_extractions
join origins on origins.article_id = series_extractions.article_id
where series_extractions.article_id in (select article_id from moved)
  and series_extractions.extraction_id not in (select extraction_id from current_readings)
