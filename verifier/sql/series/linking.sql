-- Is there any topic whose series are to be tied?
select count(*) as topics from linking
