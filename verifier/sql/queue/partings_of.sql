-- Which claims did people set apart from these topics, or join again, the last first? Without topics: from any.
-- As one row what was said at once. NULL is any day and anybody.
select kind, from_topic, arg_min(topic_id, parting) as topic_id, any_value(name) as name, why, person,
       strftime(said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment, count(*) as claims
from partings
where carried_from is null
  and ($topic::varchar is null or $topic in (from_topic, topic_id))
  and ($person::varchar is null or person = $person)
  and ($day::date is null or strftime(said_at at time zone 'UTC', '%Y-%m-%d') = $day::varchar)
group by kind, from_topic, why, person, said_at
order by said_at desc, from_topic
limit $most
