-- Which claims are told apart by a sum, and which are at least spoken of by one?
create or replace temp table reckoned as
select claim_id, max(case when relation = 'conflicts' then 1 else 0 end) as conflicts
from comparisons
where article_id <> other_article or relation = 'conflicts'
group by claim_id
