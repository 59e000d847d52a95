create table standin_written (round_id uuid not null, application_id uuid not null, points numeric(5, 2), absent boolean not null, excluded boolean not null, passed boolean not null);
