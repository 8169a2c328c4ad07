-- Which readings in the series are no longer the newest of an article that some source holds?
create or replace temp table stale as
select series_extractions.extraction_id, series_extractions.article_id, origins.article
from series_extractions
join origins on origins.article_id = series_extractions.article_id
where series_extractions.extraction_id not in (
    select current_extractions.extraction_id
    from current_extractions
    join current_articles on current_articles.article_id = current_extractions.article_id
)
