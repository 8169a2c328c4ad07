-- How do they stand? Those not judged yet are left out.
create or replace temp view stood as
select claim_id, verdict, reason
from verdicts
