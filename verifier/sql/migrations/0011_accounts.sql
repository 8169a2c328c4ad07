-- Who may use the queue: people, what was done about each in order, and what they show to be let in.

create table people (
    person_id varchar primary key,
    name      varchar not null,         -- decisions carry it, so it is never changed and never given to another
    name_key  varchar not null unique   -- the name as it is compared
);

-- Rows are added and never changed; the number tells the order. `by_person` is the name of who did it, "" for whoever
-- runs the server. The last row with a role is the person's role.
create table account_steps (
    step       bigint  primary key check (step >= 1),
    person_id  varchar not null,
    kind       varchar not null check (
        kind in (
            'invited', 'joined', 'role changed', 'link given', 'password changed', 'logged in', 'held off',
            'logged out', 'sessions ended', 'deactivated', 'reactivated'
        )
    ),
    role       varchar check (role in ('viewer', 'reviewer', 'editor', 'admin')),
    by_person  varchar not null,
    stepped_at timestamptz not null default current_timestamp,
    check ((kind in ('invited', 'role changed')) = (role is not null))
);

-- Nothing fits in here. What would change or remove a step has to pass, and fails.
create table account_steps_changed (
    step bigint check (step is null)
);

create trigger account_steps_stay_as_they_are after update on account_steps
referencing old table as had
for each statement
insert into account_steps_changed select error('what was done about an account is never changed: add another step')
from had;

create trigger account_steps_stay after delete on account_steps
referencing old table as had
for each statement
insert into account_steps_changed select error('what was done about an account is never removed: add another step')
from had;

-- How each person stands: "invited" until they have set a password, "active", or "deactivated".
create view accounts as
select people.person_id, people.name, people.name_key,
       arg_max(steps.role, steps.step) filter (where steps.role is not null) as role,
       case
           when arg_max(steps.kind, steps.step) filter (where steps.kind in ('deactivated', 'reactivated'))
                = 'deactivated' then 'deactivated'
           when bool_or(steps.kind = 'joined') then 'active'
           else 'invited'
       end as state
from people
join account_steps as steps on steps.person_id = people.person_id
group by people.person_id, people.name, people.name_key;

-- Argon2 hashes, the present one alone.
create table passwords (
    person_id     varchar primary key,
    password_hash varchar not null
);

-- One-time links by which somebody sets a password; of what is in them only the SHA-256 is kept.
create table account_links (
    link_hash varchar primary key,
    person_id varchar not null,
    ends_at   timestamptz not null,
    is_over   boolean not null default false -- it was used, or another one took its place
);

-- Browsers in which somebody is logged in; of what they show only the SHA-256 is kept.
create table sessions (
    session_hash varchar primary key,
    person_id    varchar not null,
    browser      varchar not null,
    began_at     timestamptz not null,
    seen_at      timestamptz not null, -- to a few minutes
    is_over      boolean not null default false
);
