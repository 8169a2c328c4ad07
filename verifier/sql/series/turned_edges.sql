-- Along which edges may nothing conflict any more, and along which again?
create or replace temp table turned_edges as
with mistaken as (
    select series, other from misfits
    union
    select other, series from misfits
)

select series, other
from series_edges
where (series in (select series from doubtful) or other in (select series from doubtful))
  and above + below > 0
  and muted <> case when (series, other) in (select (series, other) from mistaken) then 1 else 0 end
