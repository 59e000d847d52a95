create table cost_norms (
    rule_set text not null,
    item text not null,
    name_vi text not null,
    name_en text not null,
    position int not null,
    unit text not null,
    ceiling_vnd bigint,
    ceiling_percent numeric(7, 4),
    blocks boolean not null default false,
    valid_from date not null,
    valid_to date,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    constraint pk_cost_norms primary key (item, valid_from),
    constraint ck_cost_norms_unit check (unit in ('PERSON_SESSION', 'PERSON', 'PERSON_DAY', 'DAY', 'PIECE', 'CLASS', 'SHARE')),
    constraint ck_cost_norms_ceiling check (
        ceiling_vnd > 0 is not false and ceiling_percent between 0 and 100 is not false
        and (unit = 'SHARE') = (ceiling_percent is not null) and (ceiling_vnd is null or unit <> 'SHARE')),
    constraint ck_cost_norms_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ck_cost_norms_validity check (valid_from < valid_to is not false),
    constraint ex_cost_norms_validity exclude using gist (item with =, daterange(valid_from, valid_to) with &&)
);
comment on table cost_norms is 'Items of a class and their ceilings by circular and day; legal_check = true means that a lawyer has not yet confirmed it';
comment on column cost_norms.ceiling_vnd is 'Highest price of one unit, in đồng; null: by invoice or contract';
comment on column cost_norms.ceiling_percent is 'Highest share of the cost of the other items, in percent';
comment on column cost_norms.blocks is 'true: above the ceiling is refused; false: it is a warning';
revoke insert, update, delete, truncate on cost_norms from ${app_role};

with sets (rule_set, valid_from, valid_to, legal_basis) as (values
        ('TT36-2018', date '2018-05-15', date '2023-03-20', 'Thông tư 36/2018/TT-BTC; its first day is assumed'),
        ('TT06-2023', date '2023-03-20', date '2025-10-28', 'Thông tư 36/2018/TT-BTC, sửa đổi theo Thông tư 06/2023/TT-BTC'),
        ('TT100-2025', date '2025-10-28', null, 'Thông tư 100/2025/TT-BTC')),
    items (position, item, name_vi, name_en, unit, ceiling_vnd, ceiling_percent, blocks) as (values
        (1, 'LECTURER', 'Thù lao giảng viên', 'Lecturer pay, a block of four periods', 'PERSON_SESSION', 2000000, null, false),
        (2, 'MATERIALS', 'Tài liệu học tập', 'Learning materials', 'PERSON', null, null, false),
        (3, 'HALL', 'Hội trường, phòng học, thiết bị', 'Hall, room and equipment', 'DAY', null, null, false),
        (4, 'WATER', 'Nước uống', 'Water', 'PERSON_DAY', null, null, false),
        (5, 'FIELD_TRIP', 'Khảo sát, đi thực tế', 'Field trip', 'CLASS', null, null, false),
        (6, 'EXAM', 'Ra đề, coi thi, chấm thi', 'Setting and marking exams', 'CLASS', null, null, false),
        (7, 'CERTIFICATES', 'Cấp chứng chỉ', 'Certificates', 'PIECE', null, null, false),
        (8, 'QUALITY_EVALUATION', 'Đánh giá chất lượng', 'Evaluation of quality', 'CLASS', null, null, false),
        (9, 'AWARD', 'Khen thưởng học viên xuất sắc', 'Award to excellent learners', 'PERSON', 200000, null, false),
        (10, 'MANAGEMENT', 'Quản lý lớp học', 'Direct management of the class', 'SHARE', null, 10, true),
        (11, 'OTHER', 'Chi khác', 'Other', 'CLASS', null, null, false))
insert into cost_norms (rule_set, item, name_vi, name_en, position, unit, ceiling_vnd, ceiling_percent, blocks, valid_from, valid_to,
    legal_basis, mark, legal_check)
select s.rule_set, i.item, i.name_vi, i.name_en, i.position, i.unit, i.ceiling_vnd, i.ceiling_percent, i.blocks, s.valid_from, s.valid_to,
    s.legal_basis, 'ASSUMED', true
from sets s cross join items i;
insert into cost_norms (rule_set, item, name_vi, name_en, position, unit, ceiling_vnd, valid_from, valid_to, legal_basis, mark, legal_check)
values ('TT139-2010', 'LECTURER', 'Thù lao giảng viên', 'Lecturer pay, a block of four periods', 1, 'PERSON_SESSION', 1000000, '2010-11-05',
    '2018-05-15', 'Thông tư 139/2010/TT-BTC: the highest of its steps; days assumed', 'LAW', true);
