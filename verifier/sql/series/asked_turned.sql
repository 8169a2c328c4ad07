-- Which series may have another verdict because of those edges?
insert into asked_series
select series from turned_edges where series not in (select series from asked_series)
