-- Which verdicts are found anew? All of them.
delete from outcomes
