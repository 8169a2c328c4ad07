-- Which articles make the claims that were there before and stand otherwise now?
select distinct claims.article_id
from claims
join changed on changed.claim_id = claims.claim_id
where changed.kind = 'turned'
order by claims.article_id
