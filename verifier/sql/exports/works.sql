-- What are these articles called, who published them, and where can each be read?
with given as (
    -- What was added in the browser has its name behind "added//".
    select article_id, regexp_replace(source, '^added//', '') as name
    from sources
    where article_id in (select unnest($articles::varchar[]))
),
addresses as (
    select article_id, min(name) as url
    from given
    where regexp_matches(name, '^https?://[^\s]+$')
    group by article_id
)

select articles.article_id, articles.title, articles.publisher, articles.published, addresses.url
from articles
left join addresses on addresses.article_id = articles.article_id
where articles.article_id in (select unnest($articles::varchar[]))
