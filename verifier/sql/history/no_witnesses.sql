-- Which claims of articles that came or left can have changed a verdict? None is known yet.
create or replace temp table witnesses (
    claim_id      varchar,
    other_id      varchar,
    other_article varchar,
    side          varchar,
    weight        integer,
    place         integer
)
