-- Which claims stand in the store now?
create or replace temp view standing as
select claim_id, extraction_id, article_id, topic_id
from live_claims
