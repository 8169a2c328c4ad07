-- Which readings are not in the series yet?
create or replace temp table fresh as
select current_extractions.extraction_id, articles.article_id, articles.publisher, articles.published
from current_extractions
join current_articles as articles on articles.article_id = current_extractions.article_id
where current_extractions.extraction_id not in (select extraction_id from series_extractions)
