-- Which claims are looked for: in this article, of this publisher, on the topics in `meant`, in these words? NULL is any.
create or replace temp table found_claims as
-- In the words of a claim, in its figure, or in who published it.
with worded as (
    select claim_id
    from wordings
    where contains(sentence, lower($said::varchar))
       or contains(statement, lower($said::varchar))
       or contains(figure, lower($said::varchar))
),

published as (
    select origins.article, contains(lower(articles.publisher), lower($publisher::varchar)) as is_wanted,
           contains(lower(articles.publisher), lower($said::varchar)) as is_found
    from articles
    join origins on origins.article_id = articles.article_id
)

select claim
from judged_claims
where ($article::varchar is null
       or article in (select article from origins where article_id = $article))
  and ($publisher::varchar is null or article in (select article from published where is_wanted))
  and (not $of_topics or topic_id in (select topic_id from meant))
  and ($said::varchar is null
       or article in (select article from published where is_found)
       or claim_id in (select claim_id from worded))
