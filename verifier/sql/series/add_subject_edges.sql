-- Which subjects are mentioned beside which?
insert into subject_edges
select subject, other from tied_subjects
