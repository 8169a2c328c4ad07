-- What follows for claims in words? None is asked about.
create or replace temp table worded as
select claim, 6 as reason from asked_words
