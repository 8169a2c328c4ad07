-- Whose claims are borne out though extremes do not tell? Nobody's.
create or replace temp table agreed as
select claim from settled where reason = 0
