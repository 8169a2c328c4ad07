-- Every claim with a verdict in one row, with all that the queue sorts and counts by: a page reads the rows it shows.
-- It is worked out from outcomes and the tables of 0004, and may be emptied and worked out again.

-- `urgency`: 2 is contradicted, 4 a figure that nobody else bears out, 6 the rest. `kind`: the aspect, or "words".
-- `subject`, `series`: where it stands among claims on one topic, the last for those without a figure. `reason` as in
-- outcomes. Whenever all verdicts are found anew the rows come in the order of the queue, which most of them keep.
create table judged_claims (
    claim    bigint  not null,
    claim_id varchar not null,
    article  bigint  not null,
    topic_id varchar not null,
    kind     varchar not null,
    reason   tinyint not null,
    urgency  bigint  not null,
    subject  bigint  not null,
    series   bigint  not null
);

insert into judged_claims
with numbered as (
    select claim, claim_id, article, series, true as has_figure from series_claims
    union all
    select claim, claim_id, article, null as series, false as has_figure from worded_claims
),

told as (
    select claim_id, any_value(topic_id) as topic_id, any_value(aspect) as aspect from claims group by claim_id
)

select numbered.claim, numbered.claim_id, numbered.article, coalesce(told.topic_id, ''),
       case when numbered.has_figure then coalesce(told.aspect, 'words') else 'words' end as kind,
       outcomes.reason,
       case when outcomes.reason = 1 then 2
            when outcomes.reason <> 2 and numbered.has_figure then 4
            else 6 end as urgency,
       coalesce(series.subject, 9e18::bigint), coalesce(numbered.series, 0)
from outcomes
join numbered on numbered.claim = outcomes.claim
left join told on told.claim_id = numbered.claim_id
left join series on series.series = numbered.series
order by urgency, numbered.article, numbered.claim;
