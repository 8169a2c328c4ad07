-- In which words can the claims be found that were read back?
insert into wordings
select * from read_wordings
