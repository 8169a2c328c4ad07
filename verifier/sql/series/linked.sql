-- Which series are about these topics?
create or replace temp table linked as
select series, subject
from series
where subject in (select subject from subjects where topic_id in (select topic_id from linking))
