-- What a class is to cost by item. Versions are added, never altered; the newest counts.
create table class_cost_sheets (
    class_id uuid not null,
    number int not null,
    sheet text not null,
    places int not null,
    hours numeric(8, 2) not null,
    total_vnd bigint not null,
    within_norms_vnd bigint not null,
    findings int not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint pk_class_cost_sheets primary key (class_id, number),
    constraint fk_class_cost_sheets_class_id foreign key (class_id) references classes (id),
    constraint ck_class_cost_sheets_number check (number > 0),
    constraint ck_class_cost_sheets_sheet check (sheet is json object),
    constraint ck_class_cost_sheets_figures check (
        places > 0 and hours > 0 and findings >= 0 and total_vnd between 0 and 9007199254740991
        and within_norms_vnd between 0 and total_vnd)
);
comment on table class_cost_sheets is 'Cost sheets of classes by version, contiguous from 1. Added, never altered';
comment on column class_cost_sheets.sheet is 'The computed sheet as JSON, kept byte for byte';
comment on column class_cost_sheets.within_norms_vnd is 'The total without what is above the ceilings of the norms, in đồng';
revoke update, delete, truncate on class_cost_sheets from ${app_role};

alter table classes add column delivered_at timestamptz;
alter table classes add constraint ck_classes_delivered_at check (delivered_at is null or state = 'DELIVERED') not valid;
alter table classes validate constraint ck_classes_delivered_at;
comment on column classes.delivered_at is 'When all learners had an outcome; null of classes that ended before it was kept, which count from their last day on';

create function counted(moment timestamptz, day date, known timestamptz) returns boolean
language sql immutable parallel safe
return moment <= known and (moment at time zone 'Asia/Ho_Chi_Minh')::date <= day;
comment on function counted(timestamptz, date, timestamptz) is 'Whether what was recorded at the moment counts on the day, as known at another moment';

create function spent_until(commitment uuid, day date, known timestamptz) returns bigint
language sql stable parallel safe as $$
    select coalesce(sum(e.amount_vnd * ((e.debit in ('SPENT', 'SETTLED'))::int - (e.credit in ('SPENT', 'SETTLED'))::int)), 0)::bigint
    from ledger_entries e where e.commitment_id = commitment and counted(e.recorded_at, day, known)
$$;
comment on function spent_until(uuid, date, timestamptz) is 'What was spent of a commitment, with or without documents, less what came back, in đồng';

create function classes_until(plan uuid, day date, known timestamptz)
returns table (id uuid, plan_line_id uuid, unit_id uuid, course_code text, places int, amount_vnd bigint, commitment_entry_id uuid, delivered boolean)
language sql stable parallel safe as $$
    select c.id, c.plan_line_id, c.unit_id, c.course_code, c.places, c.amount_vnd, c.commitment_entry_id,
        c.state = 'DELIVERED' and counted(
            coalesce(c.delivered_at, (c.ends_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' - interval '1 second'), day, known)
    from classes c left join class_cancellations x on x.class_id = c.id
    where c.plan_id = plan and counted(c.created_at, day, known)
        and (x.class_id is null or not counted(x.cancelled_at, day, known))
$$;
comment on function classes_until(uuid, date, timestamptz) is 'Classes of a plan that were opened until the day and not cancelled until then, as known at the moment';
