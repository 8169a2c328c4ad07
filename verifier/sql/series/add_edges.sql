-- Which series are held against which, and what may follow?
insert into series_edges
with near as materialized (
    select series.*, topics.event <> '' as of_happening
    from series
    join topics on topics.topic_id = series.topic_id
    where series.subject in (select subject from tied_subjects)
),

beside as materialized (
    select near.*, tied_subjects.other as beside, tied_subjects.relation, tied_subjects.priced, tied_subjects.within
    from near
    join tied_subjects on tied_subjects.subject = near.subject
),

dated as (
    -- The same dates, if they are not over yet told on one day; or none on either side, told within a quarter of a year.
    select beside.series, other.series as other, beside.relation, beside.priced, beside.within, 'same' as dates
    from beside
    join near as other
      on other.subject = beside.beside and other.modality = beside.modality and other.period_state = beside.period_state
     and coalesce(other.period_start, date '0001-01-01') = coalesce(beside.period_start, date '0001-01-01')
     and coalesce(other.period_until, date '0001-01-01') = coalesce(beside.period_until, date '0001-01-01')
    where not (beside.happening and other.happening)
      and case beside.period_state
              when 'known' then true
              when 'none' then not (beside.of_happening and other.of_happening)
                               and abs(coalesce(beside.first_month - other.first_month, 0)) <= 3
              when 'open end' then not (beside.of_happening and other.of_happening)
                                   and beside.period_until is not null and beside.happened = other.happened
              else false
          end
    union all
    -- Of one happening, not half a year apart; one article may tell of several days of it. What is not the same for good
    -- is open, but on one day.
    select beside.series, other.series, beside.relation, beside.priced,
           case when beside.happening and other.happening
                 and beside.aspect <> 'tally' and beside.period_start <> other.period_start then 0
                else beside.within end,
           case when beside.happening and other.happening then 'same' else 'open' end
    from beside
    join near as other on other.subject = beside.beside and other.modality = beside.modality
    where beside.of_happening and other.of_happening
      and ((beside.happening and other.happening)
           or beside.period_state <> 'known' or other.period_state <> 'known'
           or beside.period_start <> other.period_start or beside.period_until <> other.period_until)
      and coalesce(other.happened <= beside.happened + interval '180' day, true)
      and coalesce(beside.happened <= other.happened + interval '180' day, true)
    union all
    -- What is left open on either side.
    select loose.series, loose.other, loose.relation, loose.priced, loose.within, 'open'
    from (
        select beside.*, other.series as other,
               other.period_state as other_state, other.period_start as other_start,
               other.period_until as other_until, other.first_month as other_month, other.months as other_months
        from beside
        join near as other on other.subject = beside.beside and other.modality = beside.modality
        where beside.period_state <> 'known' and not (beside.of_happening and other.of_happening)
          and not (beside.period_state = 'none' and other.period_state = 'none'
                   and abs(coalesce(beside.first_month - other.first_month, 0)) <= 3)
          and not coalesce(beside.period_state = 'open end' and other.period_state = 'open end'
                           and beside.period_start = other.period_start and beside.period_until = other.period_until
                           and beside.happened = other.happened, false)
        union all
        select beside.*, other.series,
               other.period_state, other.period_start, other.period_until, other.first_month, other.months
        from beside
        join near as other on other.subject = beside.beside and other.modality = beside.modality
        where beside.period_state = 'known' and other.period_state <> 'known'
          and not (beside.of_happening and other.of_happening)
    ) as loose
    where case
              when period_state = 'none' or other_state = 'none' then true
              when period_state = 'fuzzy' or other_state = 'fuzzy' then
                  coalesce(period_start = other_start, true) and coalesce(period_until = other_until, true)
                  and coalesce(first_month = other_month, true)
              when period_state = 'open end' or other_state = 'open end' then
                  period_start is null or other_start is null or period_start = other_start
              else first_month = other_month and months = other_months
          end
),

judged as (
    select dated.series, dated.other, dated.within,
           mine.aspect, mine.as_of, theirs.as_of as other_as_of,
           mine.aspect = 'tally' and mine.happening and theirs.happening as counts,
           mine.day_stated and theirs.day_stated as days_stated,
           dated.priced and mine.aspect = 'amount' as moves,
           dated.relation in ('same', 'unclear') as may_conflict,
           dated.relation in ('same', 'unclear', 'open') as may_agree,
           dated.dates = 'same'
               and not (mine.aspect = 'change' and (mine.basis_open or theirs.basis_open))
               and not (mine.aspect in ('change', 'share')
                        and (mine.counted <> theirs.counted or mine.counted = 'either'))
               and not (mine.modality = 'forecast'
                        and (mine.forecaster <> theirs.forecaster or mine.forecaster = '')) as closed
    from dated
    join near as mine on mine.series = dated.series
    join near as theirs on theirs.series = dated.other
    where mine.aspect <> 'change' or mine.basis_open or theirs.basis_open or mine.basis = theirs.basis
)

-- A later count that is lower and an earlier one that is higher conflict; of one day, only what is said to be. Prices
-- move.
select series, other,
       case when may_agree or aspect = 'share' then 1 else 0 end as agrees,
       case when may_agree then 1 else 0 end as compares,
       case when not may_conflict or moves then 0
            when counts then case when as_of > other_as_of or (as_of = other_as_of and days_stated) then 1 else 0 end
            when closed then 1 else 0 end as above,
       case when not may_conflict or moves then 0
            when counts then case when as_of < other_as_of or (as_of = other_as_of and days_stated) then 1 else 0 end
            when closed then 1 else 0 end as below,
       case when may_agree and moves then 1
            when may_conflict and counts and as_of = other_as_of and not days_stated then 1
            else 0 end as near,
       within, 0 as part, 0 as muted
from judged
