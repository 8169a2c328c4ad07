-- Which articles does the store hold, under which names, and what became of their claims?
with latest as (
    select source, max(seq) as seq from sources group by source
),

held as (
    select sources.article_id, sources.source, sources.seq = latest.seq as is_current
    from sources
    join latest on latest.source = sources.source
),

-- By the name that holds it now; one that no name holds by the name that did.
called as (
    select article_id,
           coalesce(min(source) filter (where is_current), min(source)) as source,
           list(distinct source order by source) filter (where is_current) as names
    from held
    group by article_id
),

page as (
    select called.*, articles.title, articles.publisher, articles.published, articles.added_at,
           count(*) over () as in_all
    from called
    join articles on articles.article_id = called.article_id
    where ($publisher::varchar is null or contains(lower(articles.publisher), lower($publisher)))
      and ($article::varchar is null or called.article_id = $article)
    order by called.source, articles.added_at, called.article_id
    limit $most
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
),

read as (
    select current_extractions.article_id, json_array_length(extractions.document, '$.unchecked')::bigint as unchecked
    from extractions
    join current_extractions on current_extractions.extraction_id = extractions.extraction_id
                            and current_extractions.article_id = extractions.article_id
    where extractions.article_id in (select article_id from page)
),

-- A copy made of copies is told once for each.
copied as (
    select copies.article_id,
           list({'article': copies.original_id, 'path': called.source, 'share': copies.containment::double}
                order by called.source, copies.original_id) as copies
    from copies
    join called on called.article_id = copies.original_id
    where copies.article_id in (select article_id from page)
    group by copies.article_id
)

select page.article_id, page.source, coalesce(page.names, []) as names, page.title, page.publisher, page.published,
       strftime(page.added_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as added, states.state,
       coalesce(counted.claims, 0) as claims, coalesce(counted.conflicting, 0) as conflicting,
       coalesce(counted.corroborated, 0) as corroborated, coalesce(counted.unsourced, 0) as unsourced,
       coalesce(copied.copies, []) as copies, coalesce(read.unchecked, 0) as unchecked,
       read.article_id is not null as is_read,
       strftime(states.withdrawn_at at time zone 'UTC', '%Y-%m-%d') as withdrawn, states.withdrawn_by,
       page.in_all
from page
join article_states as states on states.article_id = page.article_id
left join counted on counted.article_id = page.article_id
left join read on read.article_id = page.article_id
left join copied on copied.article_id = page.article_id
order by page.source, page.added_at, page.article_id
