-- Requests handed in to be answered within a day: in which batches, for which articles, and what came of each.
-- Rows are added and never changed.

-- A job is what one report will be about. It is open until it was reported.
create table batch_jobs (
    job integer primary key,
    endpoint varchar not null,
    model varchar not null,
    opened_at timestamptz not null default current_timestamp
);

create table batch_reports (
    job integer primary key,
    reported_at timestamptz not null default current_timestamp
);

-- The articles as they were handed in, whatever becomes of their files. Of one source the highest seq counts.
create table batch_articles (
    job integer not null,
    seq integer not null check (seq >= 1),
    source varchar not null,
    article_id varchar not null,
    document json not null,
    added_at timestamptz not null default current_timestamp,
    primary key (job, seq)
);

-- Written before anything is sent. The endpoint's batch carries the mark, so that it is found again when the program
-- ended before it could note the id in batch_submissions.
create table batches (
    batch integer primary key,
    job integer not null,
    round integer not null check (round >= 1),
    mark varchar not null,
    planned_at timestamptz not null default current_timestamp
);

-- `request` is what answers are kept under, and the custom_id of the line that asks.
create table batch_requests (
    batch integer not null,
    request varchar not null,
    label varchar not null,
    article_id varchar,
    primary key (batch, request)
);

create table batch_submissions (
    batch integer primary key,
    batch_id varchar not null,
    submitted_at timestamptz not null default current_timestamp
);

-- What came of each request; the answer itself is in answers.
create table batch_outcomes (
    batch integer not null,
    request varchar not null,
    outcome varchar not null check (outcome in ('answered', 'refused', 'truncated', 'unanswered')),
    why varchar not null,
    primary key (batch, request)
);

create table batch_ends (
    batch integer primary key,
    status varchar not null,
    ended_at timestamptz not null default current_timestamp
);
