-- How many of the new claims are in words, and how many read in several ways? What else is new with them?
select (select count(*) from fresh_claims where figure is null) as worded,
       (select count(*) from fresh_claims where readings > 1) as ambiguous,
       (select count(*) from new_series) as series,
       (select count(*) from fresh_claims where credited is not null and credited not in (select words from attributions))
           + (select count(*) from origins
              where origin = article and publisher <> '' and article_id in (select article_id from fresh)) as names
