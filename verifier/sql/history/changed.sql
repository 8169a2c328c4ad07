-- Which verdicts are others than the history tells: of claims that came, that are gone, or that stand otherwise now?
create or replace temp table changed as
with lots as (
    select hash(claim_id) % 4096 as lot, count(*) as claims, sum(hash(claim_id, verdict, reason)) as total
    from verdicts
    group by lot
),

-- Of a large store only the lots in which something happened are held against its history.
moved as (
    select coalesce(lots.lot, verdicts_before.lot) as lot
    from lots
    full join verdicts_before on verdicts_before.lot = lots.lot
    where (lots.claims, lots.total) is distinct from (verdicts_before.claims, verdicts_before.total)
),

held as (
    select claim_id, verdict, reason from verdicts where hash(claim_id) % 4096 in (select lot from moved)
),

told as (
    select claim_id, arg_max(verdict, seq) as verdict, arg_max(reason, seq) as reason
    from history
    where hash(claim_id) % 4096 in (select lot from moved)
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
