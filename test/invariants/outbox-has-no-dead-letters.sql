-- Every event reached its subscribers.
select id, kind, subscriber, attempts, last_error from outbox where state = 'dead'
