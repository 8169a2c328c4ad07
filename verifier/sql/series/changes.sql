-- Which claims have another verdict than before, or their first?
create or replace temp table changes as
with asked as (
    select found.claim_id, found.verdict, found.reason
    from found
    where found.claim_id in (
        select claim_id from read_members where series in (select series from asked_series)
        union all
        select claim_id from asked_words
    )
)

select claim_id, verdict, reason from asked
except
select claim_id, verdict, reason from verdicts where claim_id in (select claim_id from asked)
