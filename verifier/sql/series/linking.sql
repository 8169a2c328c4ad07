-- Is there any topic whose series are to be tied, any with new ties, and any series that cannot mean what it is tied to?
select (select count(*) from linking) as topics, (select count(*) from linking where retied) as retied,
       (select count(*) from misfits) as misfits
