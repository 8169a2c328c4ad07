-- How many ties and answers came after the verdicts on both their sides?
with since as (
    select coalesce(max(noted_at), '-infinity'::timestamptz) as moment from moments
),

new_ties as (
    select first_topic, second_topic from ties where added_at > (select moment from since)
),

new_accords as (
    select first_claim, second_claim from accords where added_at > (select moment from since)
),

unjudged as (
    select claim_id, topic_id from claims where extraction_id in (select extraction_id from arrived)
)

select count(*) as late
from (
    select first_topic
    from new_ties
    where first_topic not in (select topic_id from unjudged) and second_topic not in (select topic_id from unjudged)
    union all
    select first_claim
    from new_accords
    where first_claim not in (select claim_id from unjudged) and second_claim not in (select claim_id from unjudged)
) as said
