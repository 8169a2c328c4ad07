-- What was said together in each of these batches, in order, so many rows of each at most? As `reader` may see it, where one is
-- named: while a second opinion on a claim is wanted, without what others think of it.
select *
from told_decisions
where batch_id in (select unnest($batches::bigint[]))
  and decision not in (select decision from unseen_by($reader::varchar))
qualify row_number() over (partition by batch_id order by decision) <= $most
order by decision
