-- Which series are about these topics?
create or replace temp table linked as
select series.series, series.subject, linking.retied
from linking
join subjects on subjects.topic_id = linking.topic_id
join series on series.subject = subjects.subject
