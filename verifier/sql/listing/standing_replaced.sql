-- Which claims did this article hold, whose text was replaced, as it was read last?
create or replace temp table standing as
select claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id
from claims
join current_extractions on current_extractions.extraction_id = claims.extraction_id
                        and current_extractions.article_id = claims.article_id
where claims.article_id = $article
