-- What contradicts these claims, as far as the history tells which claim that is: what does it say, and where?
with latest as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(other_id, seq) as other_id
    from history
    where claim_id in (select unnest($claims::varchar[]))
    group by claim_id
),

deciding as materialized (
    select claim_id, other_id
    from latest
    where verdict = 'conflicting' and other_id in (select claim_id from judged_claims)
),

-- Found by name, read by place: documents are long, and of a million no other is to be touched.
placed as materialized (
    select rowid as place, extraction_id from claims where claim_id in (select other_id from deciding)
),

read as (
    select claim_id, any_value(article_id) as article_id,
           any_value(coalesce(document ->> '$.figure.text', document ->> '$.citations[0].quote')) as quote
    from claims
    where rowid in (
        select place from placed where extraction_id in (select extraction_id from series_extractions)
    )
    group by claim_id
),

names as (
    select article_id, arg_max(source, added_at) as source
    from sources
    where article_id in (select article_id from read)
    group by article_id
)

select deciding.claim_id, deciding.other_id, read.quote, articles.title, names.source
from deciding
join read on read.claim_id = deciding.other_id
join articles on articles.article_id = read.article_id
left join names on names.article_id = read.article_id
