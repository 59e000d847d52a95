-- Points of criteria that were weak, so that a course can be compared before and after. No answer shows a row of them.
create table told_measures (
    officer_id uuid not null,
    month date not null,
    revision int not null,
    constraint pk_told_measures primary key (officer_id, month),
    constraint ck_told_measures_month check (extract(day from month) = 1),
    constraint ck_told_measures_revision check (revision >= 1)
);
comment on table told_measures is 'Newest told revision of the measures of an officer and month, so that an older one that comes late changes nothing';

create table criterion_measures (
    officer_id uuid not null,
    month date not null,
    criterion text not null,
    rule_set_code text not null,
    form text not null,
    points numeric(9, 4) not null,
    maximum numeric(9, 4) not null,
    constraint pk_criterion_measures primary key (officer_id, month, criterion),
    constraint fk_criterion_measures_told foreign key (officer_id, month) references told_measures (officer_id, month),
    constraint ck_criterion_measures_points check (maximum > 0 and points between 0 and maximum)
);
comment on table criterion_measures is 'Points of criteria that were weak in the months before, as the newest revision has them; only shown as means of groups';
comment on column criterion_measures.form is 'Kind of the sheet; with the rule set it says which criteria are the same';
