-- Which series are about topics with new ties?
insert into touched
select series from linked where retied
