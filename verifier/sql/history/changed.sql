-- Which verdicts are others than the history tells: of claims that came, that are gone, or that stand otherwise now?
create or replace temp table changed as
with held as (
    select claim_id, verdict, reason from verdicts where claim_id in (select claim_id from turning)
),

told as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(reason, seq) as reason
    from history
    where claim_id in (select claim_id from turning)
    group by claim_id
    having arg_max(verdict, seq) <> 'gone'
)

select coalesce(held.claim_id, told.claim_id) as claim_id,
       case when told.claim_id is null then 'came' when held.claim_id is null then 'left' else 'turned' end as kind,
       coalesce(told.reason, '') as had,
       coalesce(held.verdict, 'gone') as verdict,
       coalesce(held.reason, '') as reason
from held
full join told on told.claim_id = held.claim_id
where (held.verdict, held.reason) is distinct from (told.verdict, told.reason)
