-- Which claims are looked for: in this article, of this publisher, on the topics in `meant`? NULL is any.
create or replace temp table found_claims as
with published as (
    select origins.article
    from articles
    join origins on origins.article_id = articles.article_id
    where contains(lower(articles.publisher), lower($publisher::varchar))
)

select claim
from judged_claims
where ($article::varchar is null
       or article in (select article from origins where article_id = $article))
  and ($publisher::varchar is null or article in (select article from published))
  and (not $of_topics or topic_id in (select topic_id from meant))
