-- On how many claims did a person say that they stand apart, or no longer do?
select count(*) as partings
from partings
