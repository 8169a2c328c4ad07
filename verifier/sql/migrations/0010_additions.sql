-- Articles that people handed in through the browser, kept before they are checked, so that none is lost with a server.

create table additions (
    addition_id varchar primary key,
    name        varchar not null, -- a later text of the same name supersedes this one
    text        varchar not null,
    title       varchar,
    publisher   varchar,
    published   date,
    person      varchar not null,
    added_at    timestamptz not null default current_timestamp
);

-- What became of each, in order; one without a step, or whose last step is "again", waits to be checked.
create table addition_steps (
    addition_id varchar not null,
    step        integer not null check (step >= 1),
    outcome     varchar not null check (outcome in ('checked', 'partly', 'failed', 'again')),
    why         varchar not null,
    article_id  varchar,
    person      varchar not null,
    stepped_at  timestamptz not null default current_timestamp,
    primary key (addition_id, step)
);
