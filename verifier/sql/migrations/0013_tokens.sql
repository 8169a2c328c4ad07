-- Tokens by which programs ask in a person's name, and where decisions and new conflicts are sent by themselves.
-- Rows are added and never changed.

-- Of a token only the SHA-256 is kept: it is random, and nobody can guess it from that.
create table tokens (
    token_id   varchar primary key,
    token_hash varchar not null unique,
    person     varchar not null, -- the name, as decisions carry it
    role       varchar not null check (role in ('viewer', 'reviewer', 'editor', 'admin')), -- the most it may do
    label      varchar not null,
    made_at    timestamptz not null default current_timestamp
);

create table token_ends (
    token_id varchar primary key,
    person   varchar not null,
    ended_at timestamptz not null default current_timestamp
);

-- The days on which each was used.
create table token_uses (
    token_id varchar not null,
    used_on  date    not null,
    primary key (token_id, used_on)
);

-- What came before `from_decision` and `from_seq`, a number in decisions and one in history, is not sent.
-- The secret has to be kept as it is: it signs what is sent.
create table webhooks (
    webhook_id    varchar primary key,
    url           varchar not null,
    secret        varchar not null,
    decisions     boolean not null,
    conflicts     boolean not null,
    from_decision bigint  not null,
    from_seq      bigint  not null,
    person        varchar not null,
    made_at       timestamptz not null default current_timestamp
);

create table webhook_steps (
    webhook_id varchar not null,
    step       integer not null check (step >= 1),
    kind       varchar not null check (kind in ('paused', 'resumed', 'ended')),
    person     varchar not null,
    stepped_at timestamptz not null default current_timestamp,
    primary key (webhook_id, step)
);

-- Each time something was sent. `failure` "" says that it was taken: of a webhook and a stream, what comes next is what
-- follows on the greatest (number, claim_id) that was.
create table webhook_attempts (
    attempt    bigint  primary key,
    webhook_id varchar not null,
    stream     varchar not null check (stream in ('decision', 'conflict')),
    number     bigint  not null, -- in decisions, or in history
    claim_id   varchar not null,
    failure    varchar not null,
    tried_at   timestamptz not null
);
