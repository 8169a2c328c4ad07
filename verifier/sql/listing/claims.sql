-- Which claims of these articles are wanted, and how do they stand?
with chosen as (
    select *
    from standing
    where article_id in (select unnest($articles::varchar[]))
      and (not $topical or topic_id in (select topic_id from meant))
),

judged as (
    select * from stood where claim_id in (select claim_id from chosen)
)

select chosen.claim_id, chosen.article_id, chosen.topic_id, judged.verdict, judged.reason, claims.document
from chosen
join claims on claims.claim_id = chosen.claim_id and claims.extraction_id = chosen.extraction_id
left join judged on judged.claim_id = chosen.claim_id
where claims.article_id in (select unnest($articles::varchar[]))
  and ($verdict::varchar is null or judged.verdict = $verdict)
