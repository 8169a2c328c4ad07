-- Which claims come next in this view, after a place in its order, and what is shown of them?
with ordered as (
    select claim, first, second
    from chosen($sort)
    where ($verdict::varchar is null or verdict = $verdict)
      and ($kind::varchar is null or kind = $kind)
      and ($assignee::varchar is null or coalesce(assignee, '') = $assignee)
      and case $opinion when 'wanted' then opinion = 'wanted' when 'given' then opinion <> 'wanted' else true end
      and case $decision when 'all' then true
                         when 'needed' then state in ('undecided', 're-opened', 'disputed')
                         when 'decided' then state not in ('undecided', 're-opened', 'disputed')
                         else state = $decision end
      and ($first::bigint is null or (first, second, claim) > ($first, $second, $claim))
    order by first, second, claim
    limit $most
),

page as (
    select ordered.*, judged_claims.claim_id, judged_claims.reason, judged_claims.kind, judged_claims.urgency,
           coalesce(said_claims.state, 'undecided') as state, said_claims.decided, said_claims.machine,
           said_claims.assignee, said_claims.opinion
    from ordered
    join judged_claims on judged_claims.claim = ordered.claim
    left join said_claims on said_claims.claim = ordered.claim
),

read as (
    select claims.claim_id, any_value(claims.article_id) as article_id, any_value(claims.topic_id) as topic_id,
           any_value(claims.document) as document
    from claims
    join series_extractions on series_extractions.extraction_id = claims.extraction_id
    where claims.claim_id in (select claim_id from page)
    group by claims.claim_id
),

names as (
    select sources.article_id, arg_max(sources.source, sources.added_at) as source
    from sources
    where sources.article_id in (select article_id from read)
    group by sources.article_id
),

-- What brought the verdict of those that were opened again.
turned as (
    select claim_id, arg_max(article_id, seq) as article_id
    from history
    where claim_id in (select claim_id from page where state = 're-opened')
    group by claim_id
)

select page.claim_id, page.first, page.second, page.claim,
       case page.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       page.reason as code, page.urgency // 2 as rank, page.kind, page.state,
       page.decided, page.machine, case when page.decided is not null then decided.person end as person,
       read.article_id, read.topic_id, read.document, names.source, articles.title, articles.publisher,
       articles.published, (select min(source) from sources where article_id = turned.article_id) as turned_by,
       page.assignee, page.opinion, opinions.first_person as first_by, opinions.first_verdict,
       opinions.person as second_by, opinions.verdict as second_verdict, coalesce(decided.version, 0) as version,
       coalesce(assigned.version, 0) as assigned, coalesce(opinions.version, 0) as asked
from page
join read on read.claim_id = page.claim_id
join articles on articles.article_id = read.article_id
left join names on names.article_id = read.article_id
left join turned on turned.claim_id = page.claim_id
left join standing_decisions as decided on decided.claim_id = page.claim_id
left join standing_assignees as assigned on assigned.claim_id = page.claim_id
left join standing_opinions as opinions on opinions.claim_id = page.claim_id
order by page.first, page.second, page.claim
