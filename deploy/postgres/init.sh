#!/usr/bin/env bash
# Runs once in an empty PostgreSQL container: hands the passwords of the environment to init.sql.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
    -v evaluation_owner_password="$EVALUATION_OWNER_PASSWORD" -v evaluation_app_password="$EVALUATION_APP_PASSWORD" \
    -v training_owner_password="$TRAINING_OWNER_PASSWORD" -v training_app_password="$TRAINING_APP_PASSWORD" \
    -v selection_owner_password="$SELECTION_OWNER_PASSWORD" -v selection_app_password="$SELECTION_APP_PASSWORD" \
    -v keycloak_password="$KEYCLOAK_DB_PASSWORD" -f /congvu/init.sql
