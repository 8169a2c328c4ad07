-- What are these articles called, who published them, and where can each be read?
with addresses as (
    select article_id, min(source) as url
    from sources
    where article_id in (select unnest($articles::varchar[])) and regexp_matches(source, '^https?://[^\s]+$')
    group by article_id
)

select articles.article_id, articles.title, articles.publisher, articles.published, addresses.url
from articles
left join addresses on addresses.article_id = articles.article_id
where articles.article_id in (select unnest($articles::varchar[]))
