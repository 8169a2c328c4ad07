-- For how many claims has it still to be found out whether somebody independent agrees, and how many are in words?
select (select count(*) from settled where reason = 0) as doubted, (select count(*) from asked_words) as worded
