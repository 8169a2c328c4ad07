-- An article can be withdrawn: its sources hold nothing any more, which a row of `sources` with the article "" says.

-- Rows are added and never changed: who withdrew which article from which source; `seq` is the row of `sources`.
create table withdrawals (
    source       varchar not null,
    seq          integer not null check (seq >= 2),
    article_id   varchar not null check (article_id <> ''),
    person       varchar not null,
    withdrawn_at timestamptz not null default current_timestamp,
    primary key (source, seq)
);

-- Those of sources that have held no other text since, nor the same one again.
create view standing_withdrawals as
select withdrawals.*
from withdrawals
where not exists (
    select 1 from sources as later where later.source = withdrawals.source and later.seq > withdrawals.seq
);
