-- Which articles among those read state what sums are made of: shares, or figures on topics whose change is told?
with changing as (
    select topic_id from series where aspect = 'change' and dimension = 'percent'
),

told as (
    select topic_id from changing
    union
    select second_topic from current_ties where relation = 'same' and first_topic in (select topic_id from changing)
    union
    select first_topic from current_ties where relation = 'same' and second_topic in (select topic_id from changing)
)

select article_id
from origins
where article in (
    select article
    from members
    where series in (select series from series where aspect = 'share' or topic_id in (select topic_id from told))
)
