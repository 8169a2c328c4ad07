-- Which claims are told apart or borne out by a sum, whatever else was said of the pair?
insert into comparisons
select claim_id, article_id, other_id, other_article, relation, 'arithmetic' as cause, note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from sums
