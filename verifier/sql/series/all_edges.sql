-- Which series are held against which? All there are.
create or replace temp view edges as
select series, other, agrees, compares, above, below, near, within, part
from series_edges
