-- Whom do the new claims credit that none did before?
insert into attributions
select (select coalesce(max(credit), 0) from attributions) + row_number() over (order by credited), credited
from (select distinct credited from fresh_claims where credited is not null)
where credited not in (select words from attributions)
