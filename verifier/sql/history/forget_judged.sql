-- Which claims does the queue hold? None, until it is told anew.
delete from judged_claims
