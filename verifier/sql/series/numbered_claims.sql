-- Which claims come into which series, and under which numbers?
create or replace temp table numbered_claims as
select greatest((select coalesce(max(claim), 0) from series_claims), (select coalesce(max(claim), 0) from worded_claims))
           + row_number() over (order by fresh_claims.series) as claim,
       fresh_claims.claim_id, origins.article, fresh_claims.series, origins.origin, origins.kin,
       coalesce(case when attributions.credit in (select credit from credits) then attributions.credit
                     else -attributions.credit end, 0) as credit, fresh_claims.figure, fresh_claims.readings,
       fresh_claims.low, fresh_claims.high, fresh_claims.hard_low, fresh_claims.hard_high
from fresh_claims
join origins on origins.article_id = fresh_claims.article_id
left join attributions on attributions.words = fresh_claims.credited
where fresh_claims.figure is not null
order by fresh_claims.series
