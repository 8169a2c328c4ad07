-- Which topics are there?
create or replace temp table linking as
select distinct topic_id, false as retied from subjects
