-- Which subjects are to be tied anew?
delete from subject_edges
where subject in (select subject from linked) or other in (select subject from linked)
