-- How many rows has each of these batches that `reader` may see? While a second opinion on a claim is wanted, none of
-- what others think of it.
select batch_id, count(*) as claims
from decisions
where batch_id in (select unnest($batches::bigint[]))
  and decision not in (select decision from unseen_by($reader::varchar))
group by batch_id
