-- What each answered request took, so that it is known what the answers in this store have cost.

-- One row for each answer that was paid for; an answer that was looked up again costs nothing and has none.
create table usage (
    request varchar not null,
    label varchar not null,
    article_id varchar,
    model varchar not null,
    input_tokens bigint not null check (input_tokens >= 0),
    cached_tokens bigint not null check (cached_tokens between 0 and input_tokens),
    output_tokens bigint not null check (output_tokens >= 0),
    -- Null where the price is not known.
    cost_usd decimal(18, 9),
    spent_at timestamptz not null default current_timestamp
);
