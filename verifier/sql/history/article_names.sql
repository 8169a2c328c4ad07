-- Which articles came, and of which did a text or a reading leave?
select article_id, true as came from arrived
union
select article_id, false from departed
order by article_id, came
