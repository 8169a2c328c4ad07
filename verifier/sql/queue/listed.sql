-- Which claims come next in this view, after a place in its order? In a table of their own, so that the database knows
-- how few they are before it looks for what is shown of them.
create or replace temp table page as
with ordered as (
    select claim, first, second
    from chosen($sort)
    where ($verdict::varchar is null or verdict = $verdict)
      and ($kind::varchar is null or kind = $kind)
      and ($assignee::varchar is null or coalesce(assignee, '') = $assignee)
      and case $opinion when 'wanted' then opinion = 'wanted' when 'given' then opinion <> 'wanted' else true end
      and case $state when 'all' then true
                      when 'needed' then state in ('undecided', 're-opened', 'disputed')
                      when 'decided' then state not in ('undecided', 're-opened', 'disputed')
                      else state = $state end
      and ($first::bigint is null or (first, second, claim) > ($first, $second, $number))
    order by first, second, claim
    limit $most
)

select ordered.*, judged_claims.claim_id, judged_claims.reason, judged_claims.kind, judged_claims.urgency,
       coalesce(said_claims.state, 'undecided') as state, said_claims.decided, said_claims.machine,
       said_claims.assignee, said_claims.opinion
from ordered
join judged_claims on judged_claims.claim = ordered.claim
left join said_claims on said_claims.claim = ordered.claim
