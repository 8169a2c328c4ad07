-- What the queue's search looks for is kept beside the claims: to read it out of a million documents takes ten times as long.

-- In small letters, for nobody to read. NULL is what a claim does not have.
create view read_wordings as
select extraction_id, claim_id, lower(document ->> '$.sentence') as sentence, lower(document ->> '$.statement') as statement,
       lower(document ->> '$.figure.text') as figure
from claims;

-- One row for each of `claims`; it is worked out from those, and may be emptied and worked out again.
create table wordings (
    extraction_id varchar not null,
    claim_id      varchar not null,
    sentence      varchar,
    statement     varchar,
    figure        varchar
);

insert into wordings select * from read_wordings;
