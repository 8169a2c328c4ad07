-- What do these claims in words say, and when was that published?
select live_claims.claim_id, live_claims.document, articles.published
from live_claims
join articles using (article_id)
where live_claims.claim_id in (select unnest($claims::varchar[]))
order by live_claims.claim_id
