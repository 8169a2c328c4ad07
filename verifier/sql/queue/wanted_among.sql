-- Of which of these claims is a second opinion wanted?
select claim_id
from standing_opinions
where state = 'wanted' and claim_id in (select unnest($claims::varchar[]))
