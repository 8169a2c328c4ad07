-- Which readings take part in the comparisons? Those of the view that stood behind.
drop view temp.live_extractions
