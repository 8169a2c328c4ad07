-- Which claims have another verdict than before, or their first?
create or replace temp table changes as
select claim, reason from found
except
select claim, reason
from outcomes
where claim in (select claim from read_members union all select claim from asked_words)
