-- Which kin are found to be one, because one of these articles leans on another, as a copy or by its author?
select distinct least(one.kin, other.kin) as first_kin, greatest(one.kin, other.kin) as second_kin
from leanings
join origins as one on one.article_id = leanings.article_id
join origins as other on other.article_id = leanings.other_id
where (leanings.article_id in (select article_id from fresh) or leanings.other_id in (select article_id from fresh))
  and one.kin <> other.kin
order by first_kin, second_kin
