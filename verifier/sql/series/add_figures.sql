-- How do the new claims' figures read where their units can be read in several ways?
insert into figure_readings
select distinct fresh_claims.figure, intervals.usual::integer, intervals.hard_low, intervals.hard_high
from fresh_claims
join intervals on intervals.extraction_id = fresh_claims.extraction_id and intervals.claim_id = fresh_claims.claim_id
where fresh_claims.readings > 1 and fresh_claims.figure not in (select figure from figure_readings)
