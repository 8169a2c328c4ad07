-- Which topics may they mean instead?
create or replace temp table asked_edges as
select distinct topic_id, instead as other_topic, 'open' as relation, '' as why, 0 as said from elsewhere
