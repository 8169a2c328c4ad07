-- Of which articles, the first by name, are the claims that are wanted, and how many of those are there in all?
with counted as (
    select article_id, count(*) as claims
    from standing
    where ($verdict::varchar is null or claim_id in (select claim_id from stood where verdict = $verdict))
      and ($article::varchar is null or article_id = $article)
      and ($publisher::varchar is null or article_id in (
          select article_id from articles where contains(lower(publisher), lower($publisher))
      ))
      and (not $topical or topic_id in (select topic_id from meant))
    group by article_id
),

called as (
    select article_id, min(source) as source from named group by article_id
    union all
    select article_id, min(source) from sources
    where article_id = $replaced
    group by article_id
)

-- Whole articles, as many as it takes: in which order their claims stand, only the claims themselves tell.
select counted.article_id, called.source, (sum(counted.claims) over ())::bigint as in_all,
       sum(counted.claims) over (
           order by called.source, counted.article_id rows unbounded preceding
       ) - counted.claims as before
from counted
join called on called.article_id = counted.article_id
qualify before < $most
order by called.source, counted.article_id
