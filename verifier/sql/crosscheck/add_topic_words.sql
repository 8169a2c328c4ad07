-- By which words can these topics be found?
insert into topic_words
select distinct entry.topic_id, entry.word
from (select unnest(from_json_strict($rows::json, '[{"topic_id": "varchar", "word": "varchar"}]')) as entry)
on conflict do nothing
