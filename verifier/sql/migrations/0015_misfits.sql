-- Figures of which nobody says what they are of, and that are another item's; "The Standard" and "Standard" as one.
-- The series are worked out anew when the store is checked next; until then the verdicts are those that were kept.

-- Two series of which the first leaves open of what or whose it is, and has the figure of something else than `other`.
create table misfits (
    series bigint not null,
    other  bigint not null
);

-- As before, and `muted`: one of the two is such a figure, so that nothing conflicts.
drop table series_edges;

create table series_edges (
    series   bigint  not null,
    other    bigint  not null,
    agrees   integer not null,
    compares integer not null,
    above    integer not null,
    below    integer not null,
    near     integer not null,
    within   integer not null,
    part     integer not null,
    muted    integer not null
);

-- `is_open`: of what or whose its one figure is, nobody says.
delete from series;
alter table series add column is_open boolean default false;
delete from subjects;
delete from subject_edges;
delete from series_figures;
delete from series_extremes;
delete from credits;
delete from attributions;

update origins
set origin = first.article
from (
    select regexp_replace(publisher, '^the +', '') as called, min(article) as article
    from origins
    where publisher <> ''
    group by called
) as first
where origins.publisher <> '' and first.called = regexp_replace(origins.publisher, '^the +', '');

-- No reading has this name, so each is gone through as one that left and one that came.
update series_extractions set extraction_id = concat('before 0015: ', extraction_id);

update progress set extractions = 0, sources = 0, ties = 0;
