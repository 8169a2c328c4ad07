-- Which verdicts are kept?
insert into outcomes
select claim, reason from found
