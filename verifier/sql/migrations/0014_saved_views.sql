-- Views of the queue that people have given a name: for themselves, or for all.

-- Rows are added and never changed; the number tells the order, and of the rows on one view the last counts. A view that
-- nobody needs any more is retired, and can be brought back.
create table saved_views (
    revision bigint  primary key check (revision >= 1),
    saved    bigint  not null, -- the view: the number of its first row
    person   varchar not null, -- who said so
    owner    varchar not null, -- who saved it first
    name     varchar not null,
    query    varchar not null, -- as it stands in the address of the queue, without its "?"
    shared   boolean not null,
    retired  boolean not null,
    said_at  timestamptz not null default current_timestamp
);

-- Nothing fits in here. What would change or remove a row has to pass, and fails.
create table saved_views_changed (
    revision bigint check (revision is null)
);

create trigger saved_views_stay_as_they_are after update on saved_views
referencing old table as had
for each statement
insert into saved_views_changed select error('what was saved of a view is never changed: add another row') from had;

create trigger saved_views_stay after delete on saved_views
referencing old table as had
for each statement
insert into saved_views_changed select error('a saved view is never removed: retire it') from had;
