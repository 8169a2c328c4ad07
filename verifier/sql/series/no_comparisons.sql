-- Which comparisons are listed claim by claim? None yet.
create or replace temp table comparisons (
    claim_id      varchar,
    article_id    varchar,
    other_id      varchar,
    other_article varchar,
    relation      varchar,
    cause         varchar,
    note          varchar,
    topics        varchar,
    dates_open    boolean,
    basis_open    boolean,
    counted_open  boolean
)
