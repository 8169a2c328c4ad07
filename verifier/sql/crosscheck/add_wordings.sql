-- In which words can the claims of these readings be found?
insert into wordings
select *
from read_wordings
where extraction_id in (
    select unnest($extractions::varchar[])
    except
    select extraction_id from wordings where extraction_id in (select unnest($extractions::varchar[]))
)
