-- Which kin are found to be one, because an article of the one is a copy of an article of the other?
select distinct least(copy.kin, original.kin) as first_kin, greatest(copy.kin, original.kin) as second_kin
from copies
join origins as copy on copy.article_id = copies.article_id
join origins as original on original.article_id = copies.original_id
where copy.kin <> original.kin
order by first_kin, second_kin
