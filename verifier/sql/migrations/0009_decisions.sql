-- What people decided of claims, word for word and in order; the verdicts of 0003 stay the machine's own.

-- Rows are added and never changed; the number tells the order. A note changes nothing; of the other rows on a claim the
-- last one counts, and `stands` is the decision that holds after it, `stood` the one that held before; 0 is none.
-- `about` is the row that an undo takes back or a redo restores. `machine` is the verdict the person saw, "" for none
-- yet, and `seen` the row that counted when they looked.
create table decisions (
    decision bigint  primary key check (decision >= 1),
    claim_id varchar not null,
    person   varchar not null,
    kind     varchar not null check (kind in ('decide', 'undo', 'redo', 'reopen', 'note')),
    verdict  varchar check (
        verdict in ('corroborated', 'conflicting', 'unsourced', 'cannot be checked', 'skipped')
    ),
    note     varchar not null,
    machine  varchar not null check (machine in ('conflicting', 'corroborated', 'unsourced', '')),
    seen     bigint  not null,
    about    bigint  not null,
    stood    bigint  not null,
    stands   bigint  not null,
    batch_id varchar,
    said_at  timestamptz not null default current_timestamp,
    check ((kind = 'decide') = (verdict is not null))
);

-- Nothing fits in here. What would change or remove a decision has to pass, and fails.
create table decisions_changed (
    decision bigint check (decision is null)
);

create trigger decisions_stay_as_they_are after update on decisions
referencing old table as had
for each statement
insert into decisions_changed select error('a decision is never changed: add another one') from had;

create trigger decisions_stay after delete on decisions
referencing old table as had
for each statement
insert into decisions_changed select error('a decision is never removed: add another one') from had;

-- How each claim of which something was decided stands with the people: `version` is the row that counts.
create view standing_decisions as
with latest as (
    select claim_id, max(decision) as version, arg_max(stands, decision) as stands
    from decisions
    where kind <> 'note'
    group by claim_id
)
select latest.claim_id, latest.version, decisions.decision, decisions.verdict, decisions.person, decisions.note,
       decisions.machine, decisions.said_at
from latest
left join decisions on decisions.decision = latest.stands;
