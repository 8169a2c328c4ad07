-- Is there any such edge?
select count(*) as edges from turned_edges
