-- The planner knows nothing of tables that an import has just filled, and the statements of the next minute would walk through all of them.
-- The role of the service may not analyse what it does not own, so it asks the owner.
create function refresh_directory_statistics() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    analyze units, unit_states, unit_codes, unit_ancestors, officers, officer_states, officer_scopes, assignments, officer_absences;
end
$$;
