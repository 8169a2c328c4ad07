-- Which series are to be tied anew?
delete from series_edges
where series in (select series from series where topic_id in (select topic_id from linking))
   or other in (select series from series where topic_id in (select topic_id from linking))
