-- How do the claims whose verdicts are new stand in the queue? In its order, so that a page is found at its beginning.
insert into judged_claims
with worded as (
    select claim, claim_id, article from worded_claims where claim in (select claim from changes)
),

numbered as (
    select series_claims.claim, series_claims.claim_id, series_claims.article, series.topic_id, series.aspect as kind,
           series.subject, series_claims.series
    from series_claims
    join series on series.series = series_claims.series
    where series_claims.claim in (select claim from changes)
    union all
    select worded.claim, worded.claim_id, worded.article, claims.topic_id, 'words' as kind,
           9e18::bigint as subject, 0 as series
    from worded
    join claims on claims.claim_id = worded.claim_id
    join series_extractions on series_extractions.extraction_id = claims.extraction_id
)

select numbered.claim, numbered.claim_id, numbered.article, numbered.topic_id, numbered.kind, changes.reason,
       case when changes.reason = 1 then 2
            when changes.reason <> 2 and numbered.kind <> 'words' then 4
            else 6 end as urgency,
       numbered.subject, numbered.series
from changes
join numbered on numbered.claim = changes.claim
order by urgency, numbered.article, numbered.claim
