-- Which topics have series that are not tied yet, or ties that are new?
create or replace temp table linking as
with told as (
    select first_topic, second_topic from ties where rowid >= (select ties from progress)
),

retied as (
    select topic_id
    from (select first_topic as topic_id from told union select second_topic from told) as both_sides
    where topic_id in (select topic_id from fresh_claims)
)

select topic_id, true as retied from retied
union all
select distinct topic_id, false from new_series where topic_id not in (select topic_id from retied)
