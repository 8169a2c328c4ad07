-- Which verdicts are kept?
insert into verdicts
select claim_id, verdict, reason from found
