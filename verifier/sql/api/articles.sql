-- Which articles come after this id, under which names, what became of them, and how do their claims stand?
with page as (
    select article_id, title, publisher, published, added_at
    from articles
    where article_id > $after and ($article::varchar is null or article_id = $article)
    order by article_id
    limit $most
),

latest as (
    select source, max(seq) as seq from sources group by source
),

called as (
    select sources.article_id,
           coalesce(min(sources.source) filter (where sources.seq = latest.seq), min(sources.source)) as source
    from sources
    join latest on latest.source = sources.source
    where sources.article_id in (select article_id from page)
    group by sources.article_id
),

counted as (
    select claims.article_id, count(*) as claims,
           count(*) filter (where verdicts.verdict = 'conflicting') as conflicting,
           count(*) filter (where verdicts.verdict = 'corroborated') as corroborated,
           count(*) filter (where verdicts.verdict = 'unsourced') as unsourced
    from claims
    join current_extractions on current_extractions.extraction_id = claims.extraction_id
    left join verdicts on verdicts.claim_id = claims.claim_id
    where claims.article_id in (select article_id from page)
    group by claims.article_id
)

select page.article_id as id, coalesce(called.source, page.article_id) as path, page.title, page.publisher,
       page.published, strftime(page.added_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as added,
       states.state, coalesce(counted.claims, 0) as claims,
       coalesce(counted.conflicting, 0) as conflicting, coalesce(counted.corroborated, 0) as corroborated,
       coalesce(counted.unsourced, 0) as unsourced
from page
join article_states as states on states.article_id = page.article_id
left join called on called.article_id = page.article_id
left join counted on counted.article_id = page.article_id
order by page.article_id
