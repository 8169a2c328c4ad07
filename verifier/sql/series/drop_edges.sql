-- Which series are to be tied anew?
delete from series_edges
where series in (select series from linked) or other in (select series from linked)
