-- What did the model last answer to this request?
select body
from answers
where request = $request
order by seq desc
limit 1
