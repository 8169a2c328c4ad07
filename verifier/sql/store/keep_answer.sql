-- Is this another answer to the request than the last one? Then it is the one that counts.
insert into answers (request, seq, label, body)
with latest as (
    select seq, body
    from answers
    where request = $request
    order by seq desc
    limit 1
),
next as (
    select coalesce(max(seq), 0) + 1 as seq, max(body) as held
    from latest
)
select $request, seq, $label, $body
from next
where held is distinct from $body
