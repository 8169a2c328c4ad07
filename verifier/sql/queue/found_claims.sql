-- Which claims are looked for? Those that were found.
create or replace temp macro looked_for() as table
select judged_claims.*
from judged_claims
semi join found_claims on found_claims.claim = judged_claims.claim
