-- What is shown of the claims on this page?
-- Found by name, read by place: documents are long, and of a million no other is to be touched.
with placed as materialized (
    select rowid as place, extraction_id from claims where claim_id in (select claim_id from page)
),

read as (
    select claim_id, any_value(article_id) as article_id, any_value(topic_id) as topic_id,
           any_value(document) as document
    from claims
    where rowid in (
        select place from placed where extraction_id in (select extraction_id from series_extractions)
    )
    group by claim_id
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

select page.claim_id, page.first, page.second, page.claim as number,
       case page.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       page.reason as code, page.urgency // 2 as rank, page.kind, page.state,
       page.decided, page.machine as seen_verdict, case when page.decided is not null then decided.person end as person,
       read.article_id, read.topic_id, read.document, names.source, articles.title, articles.publisher,
       articles.published, coalesce(
           (select title from articles where article_id = turned.article_id),
           (select min(source) from sources where article_id = turned.article_id)
       ) as turned_by,
       page.assignee, page.opinion, opinions.first_person as first_by, opinions.first_verdict,
       opinions.person as second_by, opinions.verdict as second_verdict,
       -- Nothing of a decision that is not shown, unless it was to skip.
       case when opinions.state = 'wanted' and page.decided is null and decided.verdict <> 'skipped' then 0
            else coalesce(decided.version, 0) end as version,
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
