-- Whom do the compared claims credit? `credited` in the words by which a publisher is looked for, `source` as a name.
create or replace temp table credited as
-- Found by name, read by place: documents are long, and of a million no other is to be touched.
with compared as materialized (
    select rowid as place, extraction_id
    from claims
    where claim_id in (select claim_id from comparisons union all select other_id from comparisons)
),

attributed as (
    select claim_id, document ->> '$.attribution' as attribution
    from claims
    where rowid in (
        select place from compared where extraction_id in (select extraction_id from live_extractions)
    )
),

spaced as (
    select claim_id, attribution, ' ' || translate(lower(attribution), '.,;:()"''', '        ') || ' ' as credited
    from attributed
    where attribution is not null
)

select claim_id, attribution, credited,
       nullif(regexp_replace(trim(regexp_replace(credited, '\s+', ' ', 'g')), '^the ', ''), '') as source
from spaced
