-- Which claims have another verdict than before, or their first?
create or replace temp table changes as
with asked as (
    select found.claim, found.reason
    from found
    where found.claim in (
        select claim from read_members where series in (select series from asked_series)
        union all
        select claim from asked_words
    )
)

select claim, reason from asked
except
select claim, reason from outcomes where claim in (select claim from asked)
