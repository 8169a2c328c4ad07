-- Who is to look at a claim, second opinions on it, and what settles two that differ: all in the one trail of 0009.

-- DuckDB cannot widen a check, so the rows move, word for word, into a table that knows the new kinds.
create temp table moved as select * from decisions;
drop view standing_decisions;
drop table decisions;

-- Rows are added and never changed; the number tells the order. Each is about one `matter` of a claim: its verdict, who
-- is to look at it, a second opinion; a note is about none and changes nothing. Of the rows on one matter the last
-- counts: `stands` is the row that holds after it, often itself, `stood` the one that held before; 0 is none. `seen` is
-- the row that counted when the person looked, and `machine` the machine's verdict they saw, "" for none yet. `about`
-- is the row that an undo takes back, a redo restores, an opinion stands beside or an adjudication settles; of an `ask`
-- it is the decision that was known then. `assignee` "" is nobody. `batch_id` is the number of the first row of what
-- was said of many claims at once.
create table decisions (
    decision bigint  primary key check (decision >= 1),
    claim_id varchar not null,
    person   varchar not null,
    matter   varchar not null check (matter in ('verdict', 'assignee', 'opinion', 'note')),
    kind     varchar not null check (
        kind in ('decide', 'adjudicate', 'reopen', 'assign', 'ask', 'withdraw', 'opine', 'undo', 'redo', 'note')
    ),
    verdict  varchar check (
        verdict in ('corroborated', 'conflicting', 'unsourced', 'cannot be checked', 'skipped')
    ),
    assignee varchar,
    note     varchar not null,
    machine  varchar not null check (machine in ('conflicting', 'corroborated', 'unsourced', '')),
    seen     bigint  not null,
    about    bigint  not null,
    stood    bigint  not null,
    stands   bigint  not null,
    batch_id bigint,
    said_at  timestamptz not null default current_timestamp,
    check ((kind in ('decide', 'adjudicate', 'opine')) = (verdict is not null)),
    check ((kind = 'assign') = (assignee is not null)),
    check ((kind = 'note') = (matter = 'note')),
    check (kind not in ('decide', 'adjudicate', 'reopen') or matter = 'verdict'),
    check (kind not in ('ask', 'withdraw', 'opine') or matter = 'opinion'),
    check (kind <> 'assign' or matter = 'assignee')
);

insert into decisions
select decision, claim_id, person, case kind when 'note' then 'note' else 'verdict' end, kind, verdict, null, note,
       machine, seen, about, stood, stands, null, said_at
from moved
order by decision;

drop table moved;

create trigger decisions_stay_as_they_are after update on decisions
referencing old table as had
for each statement
insert into decisions_changed select error('a decision is never changed: add another one') from had;

create trigger decisions_stay after delete on decisions
referencing old table as had
for each statement
insert into decisions_changed select error('a decision is never removed: add another one') from had;

-- Of each claim and matter: `version` is the row that counts, `stands` the row that holds; 0 is none.
create view standings as
select claim_id, matter, max(decision) as version, arg_max(stands, decision) as stands
from decisions
where matter <> 'note'
group by claim_id, matter;

-- How each claim of which something was decided stands with the people.
create view standing_decisions as
select standings.claim_id, standings.version, standings.stands, decisions.decision, decisions.verdict,
       decisions.person, decisions.note, decisions.machine, decisions.said_at
from standings
left join decisions on decisions.decision = standings.stands and decisions.verdict is not null
where standings.matter = 'verdict';

-- Who is to look at each claim that somebody was ever to look at; NULL is nobody any more.
create view standing_assignees as
select standings.claim_id, standings.version, nullif(decisions.assignee, '') as assignee
from standings
left join decisions on decisions.decision = standings.stands
where standings.matter = 'assignee';

-- Where the second opinion on each claim stands. While one is wanted, nobody is to see what others said of the claim.
-- The first opinion is the decision that the second one stands beside; an adjudication, or whatever else has decided
-- the claim since, settles two that differ. `known` is the decision the asking person had before them; 0 is none.
create view standing_opinions as
select standings.claim_id, standings.version, standings.stands as opinion, seconds.person, seconds.verdict,
       seconds.about as known, firsts.person as first_person, firsts.verdict as first_verdict,
       case when seconds.kind = 'ask' then 'wanted'
            when seconds.kind is distinct from 'opine' then null
            when seconds.verdict = firsts.verdict then 'agreement'
            when decided.stands > standings.stands then 'settled'
            else 'disagreement' end as state
from standings
left join decisions as seconds on seconds.decision = standings.stands
left join decisions as firsts on firsts.decision = seconds.about and seconds.kind = 'opine'
left join standings as decided on decided.claim_id = standings.claim_id and decided.matter = 'verdict'
where standings.matter = 'opinion';
