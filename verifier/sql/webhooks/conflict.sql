-- Which claim has come to conflict next, after this row of the history? "" for `$claim`: any row of a later moment.
with fresh as (
    select seq, claim_id, other_id
    from history
    where verdict = 'conflicting' and (seq > $seq or (seq = $seq and $claim <> '' and claim_id > $claim))
),

-- One that conflicted before, for another reason, is no news.
earlier as (
    select fresh.seq, fresh.claim_id, arg_max(history.verdict, history.seq) as verdict
    from fresh
    join history on history.claim_id = fresh.claim_id and history.seq < fresh.seq
    group by fresh.seq, fresh.claim_id
)

select fresh.seq as number, fresh.claim_id, fresh.other_id,
       strftime(moments.noted_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from fresh
join moments on moments.seq = fresh.seq
left join earlier on earlier.seq = fresh.seq and earlier.claim_id = fresh.claim_id
where earlier.verdict is distinct from 'conflicting'
order by fresh.seq, fresh.claim_id
limit 1
