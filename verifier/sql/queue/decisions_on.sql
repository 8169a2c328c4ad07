-- What was said of these claims, in order?
select * from told_decisions where claim_id in (select unnest($claims::varchar[])) order by decision
