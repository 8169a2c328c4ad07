-- Which views has this person saved, and which have others saved for all?
select saved, arg_max(owner, revision) as owner, arg_max(name, revision) as name,
       arg_max(query, revision) as query, arg_max(shared, revision) as shared, arg_max(retired, revision) as retired
from saved_views
group by saved
having arg_max(owner, revision) = $person or arg_max(shared, revision)
order by shared, lower(arg_max(name, revision)), saved
