-- For which series has it to be found anew what they cannot mean?
delete from misfits where series in (select series from doubtful)
