-- Which kin are found to be one, because one of these articles is a copy of another, or another of it?
select distinct least(copy.kin, original.kin) as first_kin, greatest(copy.kin, original.kin) as second_kin
from copies
join origins as copy on copy.article_id = copies.article_id
join origins as original on original.article_id = copies.original_id
where (copies.article_id in (select article_id from fresh) or copies.original_id in (select article_id from fresh))
  and copy.kin <> original.kin
order by first_kin, second_kin
