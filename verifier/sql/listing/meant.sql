-- Which topics have all these words, as names or as measures have them?
create or replace temp table meant as
with asked as (
    select unnest($plain::varchar[]) as plain, unnest($measured::varchar[]) as measured
),

spelled as (
    select topic_id, string_split(concat_ws(' ', measure, counted, item, actor, counterparty, event), ' ') as words
    from topics
)

select spelled.topic_id
from spelled
join asked on list_contains(spelled.words, asked.plain) or list_contains(spelled.words, asked.measured)
group by spelled.topic_id
having count(distinct asked.plain) = len($plain::varchar[])
