-- Which claims have no figure that could be compared?
insert into worded_claims
select greatest((select coalesce(max(claim), 0) from series_claims), (select coalesce(max(claim), 0) from worded_claims))
           + row_number() over (order by fresh_claims.claim_id),
       fresh_claims.claim_id, origins.article, origins.origin, coalesce(case when attributions.credit in (select credit from credits) then attributions.credit
                     else -attributions.credit end, 0)
from fresh_claims
join origins on origins.article_id = fresh_claims.article_id
left join attributions on attributions.words = fresh_claims.credited
where fresh_claims.figure is null
