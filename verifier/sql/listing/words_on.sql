-- What was said of these pairs of topics, by whom and when, the first word first?
select ties.first_topic, ties.second_topic, ties.relation, ties.why, ties.said_by, ties.person,
       strftime(ties.added_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from ties
join (select unnest($first::varchar[]) as first_topic, unnest($second::varchar[]) as second_topic) as wanted
  on wanted.first_topic = ties.first_topic and wanted.second_topic = ties.second_topic
order by ties.first_topic, ties.second_topic, ties.added_at, ties.said_by, ties.seq
