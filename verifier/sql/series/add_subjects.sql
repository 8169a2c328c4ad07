-- What are they about that nothing was about before?
insert into subjects
select distinct subject, topic_id, aspect, dimension
from new_series
where subject not in (select subject from subjects where subject in (select subject from new_series))
