-- Which claims are looked for, whatever their verdicts and decisions, and where does each stand in the order wanted?
-- NULL is any; `of_topics`: of those in `meant` alone. The order is by three numbers, smaller ones first. `escaped` is
-- `said` as it stands inside of JSON.
create or replace temp macro chosen(
    reader, sorted, article_wanted, publisher_wanted, of_topics, said, escaped
) as table
-- First quickly anywhere in what was read of a claim, then in its words and its figure alone; or in who published it.
with found as (
    select claim_id
    from claims
    where contains(lower(document), lower(escaped))
      and (contains(lower(document ->> '$.sentence'), lower(said))
           or contains(lower(document ->> '$.statement'), lower(said))
           or contains(lower(document ->> '$.figure.text'), lower(said)))
    union all
    select claims.claim_id
    from articles
    join claims on claims.article_id = articles.article_id
    where contains(lower(articles.publisher), lower(said))
),

published as (
    select origins.article
    from articles
    join origins on origins.article_id = articles.article_id
    where contains(lower(articles.publisher), lower(publisher_wanted))
)

select queued.*,
       case sorted when 'urgent' then 2 * rank - (state = 're-opened')::integer
                   when 'newest' then -article
                   when 'topic' then subject
                   else 0 end as first,
       case sorted when 'topic' then coalesce(series, 0) else article end as second
from queued(reader) as queued
where (article_wanted is null or article in (select article from origins where article_id = article_wanted))
  and (publisher_wanted is null or article in (select article from published))
  and (not of_topics or claim_id in (select claim_id from claims where topic_id in (select topic_id from meant)))
  and (said is null or claim_id in (select claim_id from found))
