-- What a reorganisation leaves behind in a plan follows the lineage by a decision. The draft of it is made here, people approve it.
create table reorganisations (
    id uuid not null,
    version bigint not null,
    effective_on date not null,
    decision_number text not null,
    told_at timestamptz not null default now(),
    reverted_at timestamptz,
    constraint pk_reorganisations primary key (id),
    constraint ck_reorganisations_decision_number check (decision_number <> '')
);
comment on table reorganisations is 'Reorganisations of units that were applied, as evaluation-service told them';
comment on column reorganisations.effective_on is 'First day of the new order';
comment on column reorganisations.reverted_at is 'When it was told that it was taken back; null if it was not';
revoke delete, truncate on reorganisations from ${app_role};

create table reorganisation_shares (
    reorganisation_id uuid not null,
    from_unit_id uuid not null,
    to_unit_id uuid not null,
    share numeric(5, 4) not null,
    constraint pk_reorganisation_shares primary key (reorganisation_id, from_unit_id, to_unit_id),
    constraint fk_reorganisation_shares_reorganisation_id foreign key (reorganisation_id) references reorganisations (id),
    constraint ck_reorganisation_shares_share check (share > 0 and share <= 1)
);
comment on table reorganisation_shares is 'Share of a unit that another one takes over. The shares of a unit that ends make 1; of a unit that stays they make less';
create index ix_reorganisation_shares_from_unit_id on reorganisation_shares (from_unit_id);
create index ix_reorganisation_shares_to_unit_id on reorganisation_shares (to_unit_id);
revoke update, delete, truncate on reorganisation_shares from ${app_role};

create table reorganisation_handovers (
    reorganisation_id uuid not null,
    from_unit_id uuid not null,
    to_unit_id uuid not null,
    constraint pk_reorganisation_handovers primary key (reorganisation_id, from_unit_id),
    constraint fk_reorganisation_handovers_reorganisation_id foreign key (reorganisation_id) references reorganisations (id)
);
comment on table reorganisation_handovers is 'Who goes on with the open work of a unit that ends';
create index ix_reorganisation_handovers_to_unit_id on reorganisation_handovers (to_unit_id);
revoke update, delete, truncate on reorganisation_handovers from ${app_role};

create table plan_moves (
    id uuid not null,
    version bigint not null,
    reorganisation_id uuid not null,
    plan_id uuid not null,
    kind text not null,
    of_id uuid,
    state text not null,
    division text,
    divided_by text,
    content text,
    decision_id uuid,
    created_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    constraint pk_plan_moves primary key (id),
    constraint fk_plan_moves_reorganisation_id foreign key (reorganisation_id) references reorganisations (id),
    constraint fk_plan_moves_plan_id foreign key (plan_id) references plans (id),
    constraint fk_plan_moves_of_id foreign key (of_id) references plan_moves (id),
    constraint fk_plan_moves_decision_id foreign key (decision_id) references plan_decisions (id),
    constraint ck_plan_moves_kind check ((kind = 'FOLLOW' and of_id is null) or (kind = 'RETURN' and of_id is not null)),
    constraint ck_plan_moves_state check (state in ('DRAFT', 'APPROVED', 'WITHDRAWN')),
    constraint ck_plan_moves_division check (division is json array and (division is null) = (divided_by is null)),
    constraint ck_plan_moves_content check (content is json object and (content is null) = (decision_id is null)),
    constraint ck_plan_moves_ended check (
        num_nulls(ended_at, ended_by) = case state when 'DRAFT' then 2 else 0 end and (state = 'APPROVED') = (decision_id is not null))
);
comment on table plan_moves is 'Drafts of decisions that move lines, money, commitments and classes of a plan after a reorganisation, and what became of them';
comment on column plan_moves.kind is 'FOLLOW: along the lineage; RETURN: the opposite of another one, because the reorganisation was taken back';
comment on column plan_moves.division is 'Amounts by successor that somebody laid down instead of the shares, as JSON; null: by the shares';
comment on column plan_moves.content is 'What was moved where, as JSON, kept byte for byte; null until approved';
create index ix_plan_moves_plan_id on plan_moves (plan_id);
create index ix_plan_moves_created_at on plan_moves (created_at, id);
create index ix_plan_moves_decision_id on plan_moves (decision_id);
create unique index ux_plan_moves_follow on plan_moves (reorganisation_id, plan_id) where state = 'DRAFT' and kind = 'FOLLOW';
create unique index ux_plan_moves_return on plan_moves (of_id) where kind = 'RETURN';
revoke delete, truncate on plan_moves from ${app_role};

alter table plan_lines add column moved_from_id uuid, add column moving_from date;
alter table plan_lines add constraint fk_plan_lines_moved_from_id foreign key (moved_from_id) references plan_lines (id) not valid;
alter table plan_lines validate constraint fk_plan_lines_moved_from_id;
comment on column plan_lines.moved_from_id is 'Line of another unit from which a reorganisation brought the quota; null for lines that a decision of the City made';
comment on column plan_lines.moving_from is 'First day on which the unit is no longer there and no class is opened any more; null while it is';
create unique index ux_plan_lines_moved_from_id_unit_id on plan_lines (moved_from_id, unit_id) where moved_from_id is not null;

alter table ledger_commitments add column moved_from_id uuid;
alter table ledger_commitments
    add constraint fk_ledger_commitments_moved_from_id foreign key (moved_from_id) references ledger_commitments (id) not valid;
alter table ledger_commitments validate constraint fk_ledger_commitments_moved_from_id;
comment on column ledger_commitments.moved_from_id is 'Commitment of another account that this one goes on with; what was spent of that one stays there';
create unique index ux_ledger_commitments_moved_from_id on ledger_commitments (moved_from_id) where moved_from_id is not null;

create function units_kept(root uuid) returns table (id uuid)
language sql stable parallel safe as $$
    with recursive today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
    kept as (
        select w.id, 0 as step from units_within(root) w
        union
        select u.id, k.step + 1
        from kept k join unit_successions s on s.to_unit_id = k.id join units u on u.id = s.from_unit_id cross join today
        where u.valid_to <= today.day and s.effective_on <= today.day and k.step < 20
            and not exists (
                select 1 from unit_successions o
                where o.from_unit_id = s.from_unit_id and o.effective_on <= today.day
                    and (o.effective_on > s.effective_on
                        or (o.effective_on = s.effective_on and (o.share > s.share or (o.share = s.share and o.to_unit_id < s.to_unit_id))))))
    select distinct kept.id from kept
$$;
comment on function units_kept(uuid) is
    'Units whose open records the unit keeps today: those within it, and ended ones whose greatest successor is one of them; the other way round of carried_unit';

create function holds_in_plan(unit uuid, plan uuid) returns boolean
language sql stable parallel safe as $$
    select exists (select 1 from accounts a
            where a.plan_id = plan and a.unit_id = unit and a.state <> 'CLOSED' and a.allocated_vnd > a.spent_vnd + a.returned_vnd)
        or exists (select 1 from plan_lines l where l.plan_id = plan and l.unit_id = unit
            and (l.status = 'PENDING_APPROVAL' or l.classes > l.opened_classes or l.places > l.opened_places
                or exists (select 1 from classes c where c.plan_line_id = l.id and c.state = 'OPENED')))
        or exists (select 1 from classes c where c.plan_id = plan and c.unit_id = unit and c.state = 'OPENED')
$$;
comment on function holds_in_plan(uuid, uuid) is 'Whether a unit has money that is not spent, quota without a class, or a class that is not over in a plan';
