-- Which topics have series that are not tied yet, or ties that are new?
create or replace temp table linking as
with retied as (
    select first_topic as topic_id from ties where rowid >= (select ties from progress)
    union
    select second_topic from ties where rowid >= (select ties from progress)
)

select topic_id from new_series
union
select topic_id from retied where topic_id in (select topic_id from fresh_claims)
