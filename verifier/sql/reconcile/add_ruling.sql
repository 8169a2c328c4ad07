-- Is this another word on two topics than the person's last? Then it is the one that counts.
insert into ties (first_topic, second_topic, relation, why, said_by, seq, person)
with latest as (
    select relation, why, seq
    from ties
    where first_topic = $first and second_topic = $second and said_by = 'person'
    order by seq desc
    limit 1
),

next as (
    select coalesce(max(seq), 0) + 1 as seq, max(relation) as relation, max(why) as why
    from latest
)

select $first, $second, $relation, $why, 'person', seq, $person
from next
where (relation, why) is distinct from ($relation, $why)
returning relation
