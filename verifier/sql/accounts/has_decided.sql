-- Does the audit trail hold this name already?
select exists (select 1 from decisions where lower(trim(person)) = $key) as holds
