-- Which readings took part in the comparisons before? Without what came, and with what left.
create or replace temp view live_extractions as
select current_extractions.extraction_id, current_extractions.article_id
from current_extractions
where current_extractions.article_id in (select article_id from current_articles)
  and current_extractions.extraction_id not in (select extraction_id from arrived)
union
select extraction_id, article_id from departed
