-- How does every claim with a verdict stand in the queue? In its order, so that a page is found at its beginning.
insert into judged_claims
with numbered as (
    select series_claims.claim, series_claims.claim_id, series_claims.article, series.topic_id, series.aspect as kind,
           series.subject, series_claims.series
    from series_claims
    join series on series.series = series_claims.series
    union all
    select worded_claims.claim, worded_claims.claim_id, worded_claims.article, claims.topic_id, 'words' as kind,
           9e18::bigint as subject, 0 as series
    from worded_claims
    join claims on claims.claim_id = worded_claims.claim_id
    join series_extractions on series_extractions.extraction_id = claims.extraction_id
)

select numbered.claim, numbered.claim_id, numbered.article, numbered.topic_id, numbered.kind, outcomes.reason,
       case when outcomes.reason = 1 then 2
            when outcomes.reason <> 2 and numbered.kind <> 'words' then 4
            else 6 end as urgency,
       numbered.subject, numbered.series
from outcomes
join numbered on numbered.claim = outcomes.claim
order by urgency, numbered.article, numbered.claim
