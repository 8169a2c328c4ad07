-- Which sums were found? None.
create or replace temp table sums (
    claim_id      varchar,
    article_id    varchar,
    other_id      varchar,
    other_article varchar,
    relation      varchar,
    note          varchar,
    stated        varchar,
    level_id      varchar,
    change_id     varchar,
    base_id       varchar
)
