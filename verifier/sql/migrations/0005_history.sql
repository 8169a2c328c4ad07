-- How each verdict came to be, change by change; and of a tie every word that a person says, not the first alone.

-- One row whenever the verdicts were brought up to date, whether or not any of them changed.
create table moments (
    seq      bigint primary key,
    noted_at timestamptz not null default current_timestamp
);

-- Rows are added and never changed; of a claim, the one with the highest seq tells how it stands. "gone": the claim
-- takes part in no comparison any more. "" stands for what does not apply.
-- `cause` says what brought the change: first: the claim itself came; article: the claim `other_id` of `article_id`;
-- superseded: `article_id` took the place of another text, which held `other_id`; reading: `article_id` was read anew;
-- tie, accord: what a reader said of two topics or of two statements; rules: none of these.
create table history (
    claim_id     varchar not null,
    seq          bigint  not null,
    verdict      varchar not null check (verdict in ('conflicting', 'corroborated', 'unsourced', 'gone')),
    reason       varchar not null,
    cause        varchar not null check (
        cause in ('first', 'article', 'superseded', 'reading', 'tie', 'accord', 'rules')
    ),
    article_id   varchar not null,
    other_id     varchar not null,
    first_topic  varchar not null,
    second_topic varchar not null
);

-- Verdicts kept so far came to be at times nobody wrote down: their history begins here.
insert into moments (seq)
select 1 where exists (select 1 from verdicts);

insert into history
select verdicts.claim_id, 1, any_value(verdicts.verdict), any_value(verdicts.reason), 'first',
       coalesce(any_value(claims.article_id), ''), '', '', ''
from verdicts
left join claims on claims.claim_id = verdicts.claim_id
group by verdicts.claim_id;

-- A person may think again: the word with the highest seq is the one that counts.
drop view current_ties;

alter table ties rename to ties_said_once;

create table ties (
    first_topic  varchar not null,
    second_topic varchar not null,
    relation     varchar not null check (
        relation in ('same', 'unclear', 'open', 'narrower', 'broader', 'overlapping', 'other')
    ),
    why          varchar not null,
    said_by      varchar not null check (said_by in ('code', 'model', 'person')),
    added_at     timestamptz not null default current_timestamp,
    seq          integer not null default 1 check (seq between 1 and 999999),
    check (first_topic < second_topic),
    primary key (first_topic, second_topic, said_by, seq)
);

insert into ties
select first_topic, second_topic, relation, why, said_by, added_at, 1
from ties_said_once;

drop table ties_said_once;

-- Of each decided pair the word that counts: a person's last before code's, code's before the model's.
create view current_ties as
with weighed as (
    select *, case said_by when 'person' then 1 when 'code' then 2 else 3 end as rank
    from ties
)
select first_topic, second_topic,
       arg_min(relation, rank * 1000000 - seq) as relation,
       arg_min(why, rank * 1000000 - seq) as why,
       min(rank) as said
from weighed
group by first_topic, second_topic;
