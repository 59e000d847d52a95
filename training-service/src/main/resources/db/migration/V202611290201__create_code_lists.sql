create table code_list_entries (
    list text not null,
    code text not null,
    name_vi text not null,
    name_en text not null,
    position int not null,
    valid_from date not null,
    valid_to date,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    constraint pk_code_list_entries primary key (list, code, valid_from),
    constraint ck_code_list_entries_list check (list in ('training-types', 'training-forms', 'training-contents')),
    constraint ck_code_list_entries_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    constraint ck_code_list_entries_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ck_code_list_entries_validity check (valid_from < valid_to is not false),
    constraint ex_code_list_entries_validity exclude using gist (list with =, code with =, daterange(valid_from, valid_to) with &&)
);
comment on table code_list_entries is 'Types, forms and contents of training by period of law; legal_check = true means that a lawyer has not yet confirmed it';
comment on column code_list_entries.mark is 'LAW: in a text of law; SECONDARY: reported by others; ASSUMED: our reading';
comment on column code_list_entries.valid_to is 'First day without it; null while it goes on';
revoke insert, update, delete, truncate on code_list_entries from ${app_role};

insert into code_list_entries (list, code, name_vi, name_en, position, valid_from, valid_to, legal_basis, mark, legal_check) values
    ('training-types', 'DEGREE', 'Đào tạo', 'Degree training', 1, '2015-01-01', null, 'Luật Cán bộ, công chức 2008; Nghị định 101/2017/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'ASSUMED', true),
    ('training-types', 'REFRESHER', 'Bồi dưỡng', 'Refresher training', 2, '2015-01-01', null, 'Luật Cán bộ, công chức 2008; Nghị định 101/2017/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'ASSUMED', true),

    ('training-forms', 'PROBATION', 'Tập sự', 'Probation', 1, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP; bỏ theo Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-forms', 'RANK_STANDARD', 'Theo tiêu chuẩn ngạch, chức danh nghề nghiệp', 'Standard of rank or professional title', 2, '2017-10-21', '2025-07-01', 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-forms', 'LEADERSHIP', 'Theo tiêu chuẩn chức vụ lãnh đạo, quản lý', 'Standard of a leading post', 3, '2017-10-21', '2025-07-01', 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-forms', 'COMMUNE_TITLE', 'Theo tiêu chuẩn chức danh cán bộ, công chức cấp xã', 'Standard of a commune-level title', 4, '2021-12-10', '2025-07-01', 'Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-forms', 'JOB_POSITION', 'Theo vị trí việc làm', 'Job position', 5, '2017-10-21', null, 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'LAW', false),
    ('training-forms', 'ANNUAL', 'Bồi dưỡng bắt buộc tối thiểu hằng năm', 'Compulsory each year', 6, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP; bỏ theo Nghị định 89/2021/NĐ-CP', 'ASSUMED', true),
    ('training-forms', 'LEADERSHIP_OR_PROFESSIONAL', 'Lãnh đạo, quản lý hoặc chuyên môn, nghiệp vụ', 'Leadership or professional', 7, '2025-07-01', null, 'Nghị định 171/2025/NĐ-CP', 'LAW', false),

    ('training-contents', 'POLITICAL_THEORY', 'Lý luận chính trị', 'Political theory', 1, '2017-10-21', null, 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'LAW', false),
    ('training-contents', 'DEFENCE_SECURITY', 'Kiến thức quốc phòng và an ninh', 'Defence and security', 2, '2017-10-21', null, 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'LAW', false),
    ('training-contents', 'STATE_MANAGEMENT', 'Kiến thức, kỹ năng quản lý nhà nước', 'Knowledge and skills of state management', 3, '2017-10-21', null, 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP; Nghị định 171/2025/NĐ-CP', 'LAW', false),
    ('training-contents', 'SPECIALISED', 'Kiến thức, kỹ năng chuyên ngành', 'Specialised knowledge and skills', 4, '2017-10-21', '2025-07-01', 'Nghị định 101/2017/NĐ-CP; Nghị định 89/2021/NĐ-CP', 'ASSUMED', true),
    ('training-contents', 'ETHICS_INTEGRATION', 'Đạo đức công vụ, hội nhập quốc tế', 'Ethics of public duty, international integration', 5, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP', 'ASSUMED', true),
    ('training-contents', 'ETHNIC_LANGUAGES', 'Tiếng dân tộc', 'Ethnic languages', 6, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP; bỏ theo Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-contents', 'IT', 'Tin học', 'Information technology', 7, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP; bỏ theo Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-contents', 'FOREIGN_LANGUAGES', 'Ngoại ngữ', 'Foreign languages', 8, '2017-10-21', '2021-12-10', 'Nghị định 101/2017/NĐ-CP; bỏ theo Nghị định 89/2021/NĐ-CP', 'LAW', false),
    ('training-contents', 'JOB_SKILLS', 'Kỹ năng theo yêu cầu vị trí việc làm', 'Skills of the job position', 9, '2025-07-01', null, 'Nghị định 171/2025/NĐ-CP', 'LAW', false),
    ('training-contents', 'SCIENCE_DIGITAL', 'Khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số', 'Science and technology, innovation, digital', 10, '2025-07-01', null, 'Nghị định 171/2025/NĐ-CP', 'LAW', false);
