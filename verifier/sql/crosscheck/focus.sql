-- Which claims are held against all others? Those of these articles.
create or replace temp table focus as
select claim_id, extraction_id, article_id, topic_id, aspect, dimension, document
from live_claims
where article_id in (select unnest($articles::varchar[]))
