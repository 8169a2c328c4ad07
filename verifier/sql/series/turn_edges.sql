-- What may follow along those edges now?
update series_edges
set muted = 1 - muted
where (series, other) in (select (series, other) from turned_edges)
