-- Which articles among those read state what sums are made of? Shares, or figures on topics whose change and whose
-- amounts are told.
with changing as (
    select topic_id from subjects where aspect = 'change' and dimension = 'percent'
),

told as (
    select topic_id, topic_id as other_topic from changing
    union
    select first_topic, second_topic from ties
    where relation = 'same' and first_topic in (select topic_id from changing)
    union
    select second_topic, first_topic from ties
    where relation = 'same' and second_topic in (select topic_id from changing)
),

-- Two of the three are of one topic, the third of one tied to it.
summed as (
    select told.topic_id, told.other_topic
    from told
    where told.topic_id in (select topic_id from subjects where aspect = 'amount')
       or told.other_topic in (select topic_id from subjects where aspect = 'amount')
)

select article_id
from origins
where article in (
    select article
    from members
    where series in (
        select series
        from series
        where aspect = 'share'
           or subject in (
               select subject
               from subjects
               where topic_id in (select topic_id from summed union select other_topic from summed)
           )
    )
)
