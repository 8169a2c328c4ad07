-- Of how many of them may a part, a share, a sum or a reader's word tell more than their figures?
with near as (
    select distinct topic_id from focus
),

-- A sum takes an amount and a change, of topics that are named the same.
beside as (
    select topic_id from near
    union
    select second_topic from ties where relation = 'same' and first_topic in (select topic_id from near)
    union
    select first_topic from ties where relation = 'same' and second_topic in (select topic_id from near)
)

select (select count(*) from focus where aspect = 'amount') as amounts,
       (select count(*) from focus where aspect = 'share') as shares,
       (select count(*) from focus where aspect in ('amount', 'change'))
           * (select count(*) from claims
              where aspect = 'change' and dimension = 'percent' and topic_id in (select topic_id from beside)) as summable,
       (select count(*) from focus where aspect in ('rank', 'event')) as worded
