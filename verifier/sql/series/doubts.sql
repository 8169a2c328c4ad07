-- Is it open of any series whether it means what it is held against?
select count(*) as doubts from doubtful
