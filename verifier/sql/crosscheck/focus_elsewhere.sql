-- Which claims are on those topics?
create or replace temp table focus as
select claim_id, extraction_id, article_id, topic_id, aspect, dimension, document
from live_claims
where topic_id in (select topic_id from elsewhere)
