-- Which claims come next in this view, after a place in its order? In a table of their own, so that the database knows
-- how few they are before it looks for what is shown of them.
create or replace temp table page as
with ordered as (
    select claim, first, second
    from viewed($sort, $verdict::varchar, $kind::varchar, $assignee::varchar, $opinion, $state)
    where $first::bigint is null or (first, second, claim) > ($first, $second, $number)
    order by first, second, claim
    limit $most
)

select ordered.*, judged_claims.claim_id, judged_claims.reason, judged_claims.kind, judged_claims.urgency,
       coalesce(said_claims.state, 'undecided') as state, said_claims.decided, said_claims.machine,
       said_claims.assignee, said_claims.opinion
from ordered
join judged_claims on judged_claims.claim = ordered.claim
left join said_claims on said_claims.claim = ordered.claim
