-- Which topics do the new claims speak of?
create or replace temp table linking as
select distinct topic_id from fresh_claims
