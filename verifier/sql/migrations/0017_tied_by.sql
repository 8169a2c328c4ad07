-- A person's word on two topics keeps who said it; "" where it is code's, the model's, or from before this was kept.

alter table ties add column person varchar default '';

-- Of each decided pair the word that counts: a person's last before code's, code's before the model's.
create or replace view current_ties as
with weighed as (
    select *, case said_by when 'person' then 1 when 'code' then 2 else 3 end as rank
    from ties
)
select first_topic, second_topic,
       arg_min(relation, rank * 1000000 - seq) as relation,
       arg_min(why, rank * 1000000 - seq) as why,
       min(rank) as said,
       arg_min(person, rank * 1000000 - seq) as person
from weighed
group by first_topic, second_topic;
