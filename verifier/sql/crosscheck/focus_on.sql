-- Is the claim held against all others? Unless it takes part in no comparison any more.
create or replace temp table focus as
select claim_id, extraction_id, article_id, topic_id, aspect, dimension, document
from live_claims
where claim_id = $claim
