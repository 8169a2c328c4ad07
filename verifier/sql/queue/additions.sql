-- Which articles were handed in last, and what became of each?
select addition_id as addition, name, title, person, cast(added_at as varchar) as added,
       case outcome when 'again' then 'waiting' else outcome end as state, why, article_id as article
from standing_additions
order by added_at desc, addition_id
limit $most
