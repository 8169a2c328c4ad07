-- Who may set a password by this link?
select accounts.person_id, accounts.name, accounts.role, accounts.state
from account_links
join accounts on accounts.person_id = account_links.person_id
where account_links.link_hash = $link
  and not account_links.is_over
  and account_links.ends_at > to_timestamp($now)
  and accounts.state <> 'deactivated'
