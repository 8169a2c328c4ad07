-- How many rows has each of these batches that `reader` may see? While a second opinion on a claim is wanted, none of
-- what others think of it.
with unseen as (
    select others.decision
    from decisions as others
    join standing_opinions as opinions on opinions.claim_id = others.claim_id and opinions.state = 'wanted'
    where others.person <> $reader::varchar and (others.matter in ('verdict', 'note') or others.kind = 'opine')
)

select batch_id, count(*) as claims
from decisions
where batch_id in (select unnest($batches::bigint[])) and decision not in (select decision from unseen)
group by batch_id
