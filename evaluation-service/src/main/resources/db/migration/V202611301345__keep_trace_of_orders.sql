alter table appointment_orders add column traceparent text;
comment on column appointment_orders.traceparent is 'W3C trace context of the act in selection-service; what is recorded on the day goes on in it. Null for orders told before';
