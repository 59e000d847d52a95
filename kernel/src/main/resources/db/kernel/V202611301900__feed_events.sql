-- The log of sent events is the feed: one relay at a time numbers them when it moves them, so a position never appears behind one that was read.
alter table event_log add column unit_id uuid;
comment on column event_log.unit_id is 'Unit that the event names as its place, for the rights of readers of the feed; null if it names none';
comment on column event_log.position is 'Given by the one relay that works, in the order of its commits; gaps stay empty for good';

update event_log set unit_id = cast(convert_from(envelope, 'UTF8')::jsonb #>> '{data,unitId}' as uuid)
where topic not in ('directory.unit', 'directory.officer');

create table event_feed (
    only_row boolean not null default true,
    purged_to bigint not null default 0,
    constraint pk_event_feed primary key (only_row),
    constraint ck_event_feed_only_row check (only_row)
);
comment on table event_feed is 'How far the log of sent events was purged: whoever was read to before it may have missed something';
insert into event_feed default values;
