-- How many of the new claims are in words, and how many read in several ways? What else is new with them?
select (select count(*) from fresh_claims where figure is null) as worded,
       (select count(*) from fresh_claims where readings > 1) as ambiguous,
       (select count(*) from new_series) as series,
       (select count(*) from fresh_claims where credited is not null and credited not in (select words from attributions))
           + (select count(*)
              from (
                  select publisher
                  from origins
                  where publisher <> '' and publisher in (
                      select publisher from origins where article_id in (select article_id from fresh)
                  )
                  group by publisher
                  having count(*) = count(case when article_id in (select article_id from fresh) then 1 end)
              )) as names
