-- What decides which series the new claims belong to, and between which numbers do their figures lie?
-- What leaves open of what or whose it is has a series for each figure: each may mean another item.
-- `happened` is the day of a happening, or that on which an article tells of what is not over yet.
-- A figure that has no usual reading meets nothing: its low end is above its high end.
create or replace temp table fresh_claims as
with figures as (
    select claim_id, extraction_id,
           md5_number_lower(string_agg(
               concat_ws(' ', usual, low, high, hard_low, hard_high), '/' order by reading
           )) >> 1 as figure,
           count(*) as readings,
           coalesce(max(case when usual then low end), 900000000000000000000) as low,
           coalesce(min(case when usual then high end), -900000000000000000000) as high,
           min(hard_low) as hard_low,
           max(hard_high) as hard_high
    from intervals
    where extraction_id in (select extraction_id from fresh)
    group by claim_id, extraction_id
),

keyed as (
    select claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id, claims.aspect, claims.dimension,
           claims.modality,
           case when claims.aspect in ('change', 'share') then claims.counted else '' end as counted,
           case when claims.aspect = 'change' then claims.basis else '' end as basis,
           claims.aspect = 'change' and claims.basis_open as basis_open,
           claims.event <> '' as happening,
           case when topics.event <> '' then coalesce(claims.period_start, fresh.published)
                when claims.period_state = 'open end' and claims.period_until is not null then fresh.published
           end as happened,
           case when claims.event <> '' and claims.aspect = 'tally'
                then coalesce(claims.counted_on, fresh.published) end as as_of,
           claims.event <> '' and claims.aspect = 'tally' and claims.counted_on is not null as day_stated,
           case when claims.modality = 'forecast' and claims.document ->> '$.attribution' is not null
                then concat_ws(' ', lower(claims.document ->> '$.attribution'), strftime(fresh.published, '%Y-%m'))
                else '' end as forecaster,
           claims.period_state, claims.period_start, claims.period_until, claims.first_month, claims.months,
           translate(lower(claims.document ->> '$.attribution'), '.,;:()"''', '        ') as credited,
           topics.event = '' and (topics.item = '' or topics.actor = '') as is_open
    from claims
    join fresh on fresh.extraction_id = claims.extraction_id
    join topics on topics.topic_id = claims.topic_id
)

select keyed.*,
       figures.figure::bigint as figure, figures.readings::integer as readings,
       figures.low, figures.high, figures.hard_low, figures.hard_high,
       (md5_number_lower(concat_ws('|', topic_id, aspect, dimension)) >> 1)::bigint as subject,
       (md5_number_lower(concat_ws(
           '|', topic_id, aspect, dimension, modality, counted, basis, basis_open, happening,
           coalesce(happened::varchar, '-'), coalesce(as_of::varchar, '-'), day_stated, forecaster, period_state,
           coalesce(period_start::varchar, '-'), coalesce(period_until::varchar, '-'),
           coalesce(first_month::varchar, '-'), coalesce(months::varchar, '-'),
           case when is_open then coalesce(figures.figure::varchar, '') else '-' end
       )) >> 1)::bigint as series
from keyed
left join figures on figures.claim_id = keyed.claim_id and figures.extraction_id = keyed.extraction_id
                 and keyed.aspect in ('amount', 'change', 'share', 'tally')
