-- What do these claims say, as they were read last, and where did they stand?
-- Found by name, read by place: documents are long, and of a million no other is to be touched.
with read as materialized (
    select claims.rowid as place, claim_id, extraction_id
    from claims
    where claim_id in (select unnest($claims::varchar[]))
),

newest as materialized (
    select arg_max(read.place, extractions.added_at) as place
    from read
    join extractions on extractions.extraction_id = read.extraction_id
    group by read.claim_id
)

select claims.claim_id, claims.article_id, claims.topic_id, claims.document,
       case when judged_claims.reason = 1 then 'conflicting' when judged_claims.reason = 2 then 'corroborated'
            when judged_claims.reason > 2 then 'unsourced' end as verdict,
       case judged_claims.reason when 1 then 'conflicts' when 2 then 'agrees' when 3 then 'copies only' when 4 then 'near'
                                 when 5 then 'not comparable' when 6 then 'alone' end as reason
from claims
left join judged_claims on judged_claims.claim_id = claims.claim_id
where claims.rowid in (select place from newest)
