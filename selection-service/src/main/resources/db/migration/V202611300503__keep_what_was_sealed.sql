-- What was marked is superseded, never taken away: the run-time role cannot delete it, as it cannot delete sheets of the defence.
revoke delete, truncate on scripts, mark_sheets, written_marks from ${app_role};
