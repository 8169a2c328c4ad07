-- Which verdicts may be others than the history tells? Nothing came and nothing left.
create or replace temp table turning (claim_id varchar)
