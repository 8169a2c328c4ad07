-- Who says what on these topics, by period, and how many claims are there? As `reader` may see it: while a second
-- opinion on a claim is wanted, nothing that others have decided of it.
with spoken as materialized (
    select claims.rowid as place, claims.claim_id, claims.topic_id, claims.aspect, claims.period_start,
           claims.period_until
    from claims
    join series_extractions on series_extractions.extraction_id = claims.extraction_id
    where claims.topic_id in (select unnest($topics::varchar[]))
),

shown as materialized (
    select place
    from spoken
    -- The topic that is asked for before those that are tied to it.
    order by topic_id <> $topic, period_start, period_until, aspect, claim_id
    limit $most
),

page as (
    select claims.*, judged_claims.reason
    from shown
    join claims on claims.rowid = shown.place
    left join judged_claims on judged_claims.claim_id = claims.claim_id
),

names as (
    select article_id, arg_max(source, added_at) as source
    from sources
    where article_id in (select article_id from page)
    group by article_id
)

select page.claim_id, page.article_id, page.topic_id, page.aspect, page.dimension, page.basis, page.document,
       case when page.reason = 1 then 'conflicting' when page.reason = 2 then 'corroborated'
            when page.reason > 2 then 'unsourced' else '' end as verdict,
       standing_decisions.verdict as decided, standing_decisions.machine as seen_verdict,
       standing_opinions.state as opinion, names.source, articles.title, articles.publisher, articles.published,
       (select count(*) from spoken) as in_all
from page
join articles on articles.article_id = page.article_id
left join names on names.article_id = page.article_id
left join standing_opinions on standing_opinions.claim_id = page.claim_id
left join standing_decisions on standing_decisions.claim_id = page.claim_id
                             and (standing_opinions.state is distinct from 'wanted'
                                  or standing_decisions.person = $reader)
order by page.period_start nulls last, page.period_until nulls last, page.aspect, page.dimension, page.topic_id <> $topic,
         articles.published, page.claim_id
