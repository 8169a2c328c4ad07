-- Which articles that were handed in wait to be checked, in the order they came?
select addition_id as addition, name, text, title, publisher, published
from standing_additions
where outcome = 'again'
order by added_at, addition_id
