-- How far had the verdicts of this store come? Forget it: what is read in tells that of its own.
delete from progress
