-- Which conflicts are none, because one side means another item or country? Of either side that may be known.
update comparisons
set relation = 'not comparable', cause = 'topic open'
from live_claims as mine, live_claims as theirs
where comparisons.relation = 'conflicts'
  and mine.claim_id = comparisons.claim_id and theirs.claim_id = comparisons.other_id
  and ((mine.claim_id, theirs.topic_id) in (select (claim_id, other_topic) from fitting)
       or (theirs.claim_id, mine.topic_id) in (select (claim_id, other_topic) from fitting))
