-- Which of the claims looked for are in this view, with what it is ordered by? NULL is any; "" is nobody's claims.
create or replace temp macro viewed(sorted, said, sort, whose, judged, standing) as table
select *
from chosen(sorted)
where (said is null or verdict = said)
  and (sort is null or kind = sort)
  and (whose is null or coalesce(assignee, '') = whose)
  and case judged when 'wanted' then opinion = 'wanted' when 'given' then opinion <> 'wanted' else true end
  and case standing when 'all' then true
                    when 'needed' then state in ('undecided', 're-opened', 'disputed')
                    when 'decided' then state not in ('undecided', 're-opened', 'disputed')
                    else state = standing end
