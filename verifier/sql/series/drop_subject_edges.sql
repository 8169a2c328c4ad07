-- Which subjects are to be tied anew?
delete from subject_edges
where subject in (select subject from series where topic_id in (select topic_id from linking))
   or other in (select subject from series where topic_id in (select topic_id from linking))
