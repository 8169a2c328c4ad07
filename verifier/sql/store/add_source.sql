-- Does this source hold another article than before? Then this is its latest.
insert into sources (source, seq, article_id)
with latest as (
    select seq, article_id
    from sources
    where source = $source
    order by seq desc
    limit 1
),
next as (
    select coalesce(max(seq), 0) + 1 as seq, max(article_id) as held
    from latest
)
select $source, seq, $article_id
from next
where held is distinct from $article_id
