-- When were the verdicts brought up to date?
insert into moments (seq)
select coalesce(max(seq), 0) + 1 from moments
