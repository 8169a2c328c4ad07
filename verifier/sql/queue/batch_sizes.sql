-- How many rows has each of these batches?
select batch_id, count(*) as claims
from decisions
where batch_id in (select unnest($batches::bigint[]))
group by batch_id
