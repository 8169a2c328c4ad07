-- Which series are held against which? Those read.
create or replace temp view edges as
select series, other, agrees, compares,
       case when muted = 1 then 0 else above end as above, case when muted = 1 then 0 else below end as below,
       near, within, part
from read_edges
