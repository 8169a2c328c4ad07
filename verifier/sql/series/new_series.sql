-- Which series are new?
create or replace temp table new_series as
select distinct series, subject, topic_id, aspect, dimension, modality, counted, basis, basis_open, happening, happened,
       as_of, day_stated, forecaster, period_state, period_start, period_until, first_month, months, is_open
from fresh_claims
where figure is not null
  and series not in (select series from series where series in (select series from fresh_claims))
