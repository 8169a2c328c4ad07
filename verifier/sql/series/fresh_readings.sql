-- Which readings are not in the series yet?
create or replace temp table fresh as
select current_readings.extraction_id, current_readings.article_id, articles.publisher, articles.published
from current_readings
join articles on articles.article_id = current_readings.article_id
where current_readings.extraction_id not in (
    select extraction_id from series_extractions where article_id in (select article_id from moved)
)
