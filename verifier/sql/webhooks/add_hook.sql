-- Where is what sent from now on?
insert into webhooks (webhook_id, url, secret, decisions, conflicts, from_decision, from_seq, person)
select $webhook, $url, $secret, $decisions, $conflicts,
       (select coalesce(max(decision), 0) from decisions), (select coalesce(max(seq), 0) from moments), $person
