alter table told_years add column level text;
comment on table told_years is 'Newest told revision of the annual classification of an officer: a stale event changes nothing, and degree training asks for the level; no name';
comment on column told_years.level is 'A-D, or NOT_RATED; null of a year that was told before levels were kept, which then counts as not told';
