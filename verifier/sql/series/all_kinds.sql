-- Which distinct figures are the claims held against? Those of all series.
create or replace temp view kinds as
select series, figure, readings, low, high, hard_low, hard_high, first_article, last_article,
       first_origin, last_origin, first_kin, last_kin
from series_figures
