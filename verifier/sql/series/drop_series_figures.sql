-- Which series have to be gone through again?
delete from series_figures where series in (select series from touched)
