-- What do the exported claims in this stretch of the table say, how do they stand, and what is the other side?
with stretch as (
    select claims.rowid as place, claims.claim_id, claims.article_id, claims.document, exported.source
    from claims
    join exported on exported.extraction_id = claims.extraction_id and exported.article_id = claims.article_id
    where claims.rowid between $first and $last
),

-- What made each of them what it is, as far as the history knows.
latest as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(other_id, seq) as other_id
    from history
    where claim_id in (select claim_id from stretch)
    group by claim_id
),

others as (
    select claims.claim_id, any_value(exported.source) as source, any_value(claims.document) as document
    from claims
    join exported on exported.extraction_id = claims.extraction_id and exported.article_id = claims.article_id
    where claims.claim_id in (select other_id from latest)
    group by claims.claim_id
)

select stretch.claim_id, stretch.document, stretch.source, articles.title, articles.publisher, articles.published,
       coalesce(verdicts.verdict, '') as verdict, coalesce(verdicts.reason, '') as reason_code,
       coalesce(standing_decisions.verdict, '') as decision, coalesce(standing_decisions.person, '') as person,
       coalesce(standing_decisions.note, '') as note, coalesce(standing_decisions.machine, '') as seen_verdict,
       coalesce(strftime(standing_decisions.said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ'), '') as moment,
       coalesce(standing_opinions.state, '') as opinion,
       coalesce(others.source, '') as other_source, coalesce(others.document::varchar, '') as other_document
from stretch
join articles on articles.article_id = stretch.article_id
left join verdicts on verdicts.claim_id = stretch.claim_id
left join standing_decisions on standing_decisions.claim_id = stretch.claim_id
left join standing_opinions on standing_opinions.claim_id = stretch.claim_id
left join latest on latest.claim_id = stretch.claim_id and latest.verdict = verdicts.verdict
left join others on others.claim_id = latest.other_id and verdicts.verdict in ('conflicting', 'corroborated')
order by stretch.place
