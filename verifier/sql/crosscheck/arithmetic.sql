-- Which claims are told apart or borne out by a sum, whatever else was said of the pair?
create or replace temp table comparisons as
select comparisons.*
from comparisons
where comparisons.relation <> 'not comparable'
   or (comparisons.claim_id, comparisons.other_id) not in (select (claim_id, other_id) from sums)
union all
select claim_id, article_id, other_id, other_article, relation, 'arithmetic' as cause, note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from sums
