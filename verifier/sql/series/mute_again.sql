-- Along which of the edges that were tied anew may nothing conflict, as before?
update series_edges
set muted = 1
where (series in (select series from linked) or other in (select series from linked))
  and (series, other) in (select (series, other) from misfits union all select (other, series) from misfits)
