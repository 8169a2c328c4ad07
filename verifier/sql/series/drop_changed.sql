-- Which verdicts no longer hold?
delete from outcomes where claim in (select claim from changes)
