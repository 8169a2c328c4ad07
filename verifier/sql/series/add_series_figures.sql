-- Which distinct figures do the series touched state now?
insert into series_figures
select * from stated_figures order by series
