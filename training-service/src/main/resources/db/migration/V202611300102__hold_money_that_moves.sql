-- Free money of a unit that ended waits for the decision that moves it; what was promised before can still be used.
alter table accounts add column moving_from date;
comment on column accounts.moving_from is 'First day on which the unit is no longer there and free money is only moved; null while it is';
