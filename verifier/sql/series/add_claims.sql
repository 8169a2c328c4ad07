-- Which claims are there more?
insert into series_claims
select * from numbered_claims
