-- Have claims only come? Not where some left, where a tie is another than it was, or where sums may tell otherwise.
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

summed as (
    select told.topic_id, told.other_topic
    from told
    where told.topic_id in (select topic_id from subjects where aspect = 'amount')
       or told.other_topic in (select topic_id from subjects where aspect = 'amount')
),

retied as (
    select first_topic, second_topic from ties where rowid >= (select ties from progress)
)

select (select count(*) from stale) as stale,
       (select count(*)
        from ties
        join retied on retied.first_topic = ties.first_topic and retied.second_topic = ties.second_topic
        where ties.rowid < (select ties from progress)) as retold,
       (select count(*)
        from series
        where series in (select series from asked_series)
          and (aspect = 'share'
               or subject in (
                   select subject
                   from subjects
                   where topic_id in (select topic_id from summed union select other_topic from summed)
               ))) as stating
