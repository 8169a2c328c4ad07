-- For how many claims has it still to be found out whether somebody independent agrees, how many of them credit somebody
-- in the store, and how many are in words?
select count(*) as doubted, count(*) filter (where credit > 0) as crediting,
       (select count(*) from asked_words) as worded
from settled
where reason = 0
