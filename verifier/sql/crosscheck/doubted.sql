-- May any of them mean another item or country?
select count(*) as topics from elsewhere
