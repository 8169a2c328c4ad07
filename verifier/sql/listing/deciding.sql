-- Which claim, standing still, made each of these conflicting, as far as the history knows?
with latest as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(other_id, seq) as other_id
    from history
    where claim_id in (select unnest($claims::varchar[]))
      and seq <= (select coalesce(max(seq), 0) from moments
                  where $moment::timestamptz is null or noted_at <= $moment::timestamptz)
    group by claim_id
)

select claim_id, other_id
from latest
where verdict = 'conflicting' and other_id in (select claim_id from standing)
