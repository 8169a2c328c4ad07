-- What was said, the newest first, up to a number? Of what was said of many claims at once only the first row, unless
-- one claim or one batch is asked for. NULL is any. As `reader` may see it, where one is named: while a second opinion
-- on a claim is wanted, without what others think of it.
select *
from told_decisions
where ($before::bigint is null or decision < $before)
  and ($person::varchar is null or person = $person)
  and ($day::date is null or moment[:10] = $day::varchar)
  and ($claim::varchar is null or claim_id = $claim)
  and ($batch::bigint is null or batch_id = $batch)
  and decision not in (select decision from unseen_by($reader::varchar))
qualify $claim::varchar is not null or $batch::bigint is not null or batch_id is null
        or row_number() over (partition by batch_id order by decision) = 1
order by decision desc
limit $most
