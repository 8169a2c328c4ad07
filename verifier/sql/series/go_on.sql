-- Up to where have the readings and the ties been gone through?
update progress
set extractions = (select count(*) from extractions),
    sources = (select count(*) from sources),
    ties = (select count(*) from ties)
