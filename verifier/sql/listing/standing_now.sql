-- How does every claim of the store stand now? Without a verdict where none has been worked out yet.
create or replace temp view standing as
select claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id, verdicts.verdict, verdicts.reason
from live_claims as claims
left join verdicts on verdicts.claim_id = claims.claim_id
