-- Which claims are told apart by a sum, and which are at least spoken of by one?
create or replace temp table reckoned as
select members.claim, max(case when comparisons.relation = 'conflicts' then 1 else 0 end) as conflicts
from comparisons
join members on members.claim_id = comparisons.claim_id
where comparisons.article_id <> comparisons.other_article or comparisons.relation = 'conflicts'
group by members.claim
