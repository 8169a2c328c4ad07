-- How far which series reach has to be found again?
delete from series_extremes where series in (select series from touched)
