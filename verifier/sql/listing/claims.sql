-- Which claims are wanted, those of the first articles by name, and how many are there in all?
with asked as (
    select unnest($plain::varchar[]) as plain, unnest($measured::varchar[]) as measured
),

spelled as (
    select topic_id, string_split(concat_ws(' ', measure, item, actor, counterparty, event), ' ') as words from topics
),

meant as (
    select spelled.topic_id
    from spelled
    join asked on list_contains(spelled.words, asked.plain) or list_contains(spelled.words, asked.measured)
    group by spelled.topic_id
    having count(distinct asked.plain) = len($plain::varchar[])
),

chosen as (
    select *
    from standing
    where ($verdict::varchar is null or verdict = $verdict)
      and ($article::varchar is null or article_id = $article)
      and ($publisher::varchar is null or article_id in (
          select article_id from articles where contains(lower(publisher), lower($publisher))
      ))
      and (len($plain::varchar[]) = 0 or topic_id in (select topic_id from meant))
),

counted as (
    select article_id, count(*) as claims from chosen group by article_id
),

called as (
    select article_id, min(source) as source from named group by article_id
),

-- Whole articles, as many as it takes: in which order their claims stand, only the claims themselves tell.
page as (
    select counted.article_id, called.source,
           sum(counted.claims) over (
               order by called.source, counted.article_id rows unbounded preceding
           ) - counted.claims as before,
           (sum(counted.claims) over ())::bigint as in_all
    from counted
    join called on called.article_id = counted.article_id
    qualify before < $most
)

select chosen.claim_id, chosen.article_id, chosen.topic_id, chosen.verdict, chosen.reason, page.source, page.in_all,
       claims.document
from page
join chosen on chosen.article_id = page.article_id
join claims on claims.claim_id = chosen.claim_id and claims.extraction_id = chosen.extraction_id
