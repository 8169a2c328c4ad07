-- How many claims of this view come before its page, and after which does the page before it begin? NULL is the first page.
with earlier as (
    select first, second, claim
    from viewed($sort, $verdict::varchar, $kind::varchar, $assignee::varchar, $opinion, $state)
    where (first, second, claim) <= ($first::bigint, $second::bigint, $number::bigint)
)

select count(*)::bigint as claims,
       (select concat_ws('.', first, second, claim)
        from earlier
        order by first desc, second desc, claim desc
        limit 1 offset $most) as after
from earlier
