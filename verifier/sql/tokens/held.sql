-- Whose token has this hash, what may it do, and what may they; and was it used today? None where it has ended, or
-- whoever made it is not let in any more. What was made before there were accounts ends with the first of them.
select tokens.token_id, tokens.person, tokens.role, coalesce(accounts.role, 'admin') as own_role,
       coalesce(accounts.person_id, '') as person_id,
       exists (
           select 1 from token_uses where token_uses.token_id = tokens.token_id and used_on = current_date
       ) as is_noted
from tokens
left join accounts on accounts.name = tokens.person
where tokens.token_hash = $hash
  and tokens.token_id not in (select token_id from token_ends)
  and case when accounts.name is null then not exists (select 1 from people)
           else accounts.state = 'active' end
