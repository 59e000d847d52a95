-- Which criteria of an officer were weak, so that the same criteria are measured for a while: whether training helped shows only later.
create table weak_criteria (
    officer_id uuid not null,
    month date not null,
    rule_set_code text not null,
    sheet_kind text not null,
    criterion text not null,
    constraint pk_weak_criteria primary key (officer_id, month, criterion),
    constraint ck_weak_criteria_month check (extract(day from month) = 1)
);
comment on table weak_criteria is 'Weak criteria of told months as the newest revision has them; no points';
