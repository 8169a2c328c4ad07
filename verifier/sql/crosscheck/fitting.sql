-- Which of them have the same figure as something they may mean instead, and so do not mean what they are held against?
create or replace temp table fitting as
select distinct comparisons.claim_id, elsewhere.other_topic
from comparisons
join focus on focus.claim_id = comparisons.claim_id
join live_claims as fits on fits.claim_id = comparisons.other_id
join elsewhere on elsewhere.topic_id = focus.topic_id and elsewhere.instead = fits.topic_id
where comparisons.relation = 'agrees'
