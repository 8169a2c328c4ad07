-- For how many claims is it open whether somebody independent agrees, how many credit somebody, how many are in words?
-- Whom they credit is in the store.
select count(*) as doubted, count(*) filter (where credit > 0) as crediting,
       (select count(*) from asked_words) as worded
from settled
where reason = 0
