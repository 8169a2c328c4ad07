-- Which claims took part in the comparisons before? Without what came, and with what left.
create or replace temp view live_claims as
select claims.*
from claims
join current_extractions using (extraction_id)
join current_articles on current_articles.article_id = claims.article_id
where claims.extraction_id not in (select extraction_id from arrived)
union all
select claims.*
from claims
where claims.extraction_id in (select extraction_id from departed)
