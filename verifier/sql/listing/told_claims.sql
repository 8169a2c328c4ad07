-- What do these claims say, as they were read last, and where did they stand?
with newest as (
    select claims.claim_id, arg_max(claims.extraction_id, extractions.added_at) as extraction_id
    from claims
    join extractions on extractions.extraction_id = claims.extraction_id
    where claims.claim_id in (select unnest($claims::varchar[]))
    group by claims.claim_id
)

select claims.claim_id, claims.article_id, claims.topic_id, claims.document,
       verdicts.verdict, verdicts.reason
from newest
join claims on claims.claim_id = newest.claim_id and claims.extraction_id = newest.extraction_id
left join verdicts on verdicts.claim_id = claims.claim_id
