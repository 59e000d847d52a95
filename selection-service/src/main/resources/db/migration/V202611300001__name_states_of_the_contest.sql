-- A round goes on after its list: papers, defences, result, appointments.
alter table rounds drop constraint ck_rounds_state;
alter table rounds add constraint ck_rounds_state check (state in ('DRAFT', 'APPROVED_PLAN', 'ANNOUNCED', 'LIST_PUBLISHED', 'SUSPENDED_LT_2',
    'ROUND1_HELD', 'ROUND1_MARKED', 'ROUND1_PUBLISHED', 'ROUND2_HELD', 'ROUND2_SCORED', 'RESULT_APPROVED', 'RESULT_PUBLISHED', 'CLOSED', 'CANCELLED'));
alter table rounds drop constraint ck_rounds_announcement;
alter table rounds add constraint ck_rounds_announcement check (num_nulls(announced_on, dossiers_from, dossiers_to, media) in (0, 4)
    and (state in ('DRAFT', 'APPROVED_PLAN', 'CANCELLED') or announced_on is not null));
alter table rounds drop constraint ck_rounds_frozen;
alter table rounds add constraint ck_rounds_frozen check (state in ('DRAFT', 'APPROVED_PLAN', 'ANNOUNCED', 'CANCELLED') or frozen_on is not null);
alter table rounds drop constraint ck_rounds_ended;
alter table rounds add constraint ck_rounds_ended check ((state in ('CLOSED', 'CANCELLED')) = (ended_on is not null));
