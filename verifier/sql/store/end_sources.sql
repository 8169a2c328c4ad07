-- Which sources hold nothing from now on, because their article was withdrawn?
insert into sources (source, seq, article_id)
select withdrawals.source, withdrawals.seq, ''
from withdrawals
anti join sources on sources.source = withdrawals.source and sources.seq = withdrawals.seq
