-- How did every claim of the store stand at that moment?
create or replace temp table standing as
with told as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(reason, seq) as reason
    from history
    where seq <= (select coalesce(max(seq), 0) from moments where noted_at <= $moment::timestamptz)
    group by claim_id
),

-- As it was read then.
read as (
    select claims.claim_id, arg_max(claims.extraction_id, extractions.seq) as extraction_id
    from claims
    join extractions on extractions.extraction_id = claims.extraction_id
    where extractions.added_at <= $moment::timestamptz
    group by claims.claim_id
)

select claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id, told.verdict, told.reason
from told
join read on read.claim_id = told.claim_id
join claims on claims.claim_id = read.claim_id and claims.extraction_id = read.extraction_id
where told.verdict <> 'gone'
