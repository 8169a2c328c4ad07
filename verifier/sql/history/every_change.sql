-- Which verdicts are new? All of them.
create or replace temp table changes as
select claim, reason from outcomes
