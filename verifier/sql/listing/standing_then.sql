-- Which claims stood in the store at that moment, as they were read then?
create or replace temp table standing as
with read as (
    select claims.claim_id, arg_max(claims.extraction_id, extractions.seq) as extraction_id
    from claims
    join extractions on extractions.extraction_id = claims.extraction_id
    where extractions.added_at <= $moment::timestamptz and claims.claim_id in (select claim_id from stood)
    group by claims.claim_id
)

select claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id
from read
join claims on claims.claim_id = read.claim_id and claims.extraction_id = read.extraction_id
