alter table closings add column small_unit_reason text;
alter table closings add constraint ck_closings_small_unit_reason check (small_unit_reason is null or state <> 'OPEN' and length(small_unit_reason) between 1 and 1000) not valid;
alter table closings validate constraint ck_closings_small_unit_reason;
comment on column closings.small_unit_reason is 'Why one person of a unit that the cap gives no place has the top grade; null unless the rule set allows it and it was needed';
