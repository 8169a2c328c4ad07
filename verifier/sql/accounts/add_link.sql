-- By which link may somebody set a password, and until when?
insert into account_links (link_hash, person_id, ends_at)
values ($link, $person, to_timestamp($ends))
