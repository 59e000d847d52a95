-- Lists walk officer_scopes, which has the sort key itself; nothing reads this index any more, and every change paid for it.
drop index ix_officer_states_sort_key;
