-- Which claims of this view need this person first, after a place in its order? Those that wait for them or for anybody:
-- not for another they were given to, nor on which another is just now, nor for an editor where they are none.
select claim_id
from chosen($sort)
where ($verdict::varchar is null or verdict = $verdict)
  and ($kind::varchar is null or kind = $kind)
  and ($assignee::varchar is null or coalesce(assignee, '') = $assignee)
  and case $opinion when 'wanted' then opinion = 'wanted' when 'given' then opinion <> 'wanted' else true end
  and case $state when 'undecided' then state = 'undecided'
                  when 're-opened' then state = 're-opened'
                  when 'disputed' then state = 'disputed'
                  else true end
  and (state in ('undecided', 're-opened') or state = 'disputed' and $settles)
  and coalesce(assignee, $reader) = $reader
  and knows is distinct from true
  and claim_id not in (select unnest($busy::varchar[]))
  and claim_id <> $claim_id
  and ($first::bigint is null or (first, second, claim) > ($first, $second, $number))
order by first, second, claim
limit $most
