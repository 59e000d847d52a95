-- A signed decision is never changed or taken back; a later decision adjusts.
revoke update, delete, truncate on plan_decisions from ${app_role};
