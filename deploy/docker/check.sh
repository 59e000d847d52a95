#!/usr/bin/env bash
# Optional: tries the container files where an engine runs. Not part of the tests, because no engine is needed to build the suite.
#   BASE_IMAGE=my/jre25 deploy/docker/check.sh
# Checks: docker-compose.yml parses with .env.example filled in; each image builds on BASE_IMAGE, runs as a user that is not root on a
# read-only root, holds no secret in its environment, and refuses to start without its configuration.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${BASE_IMAGE:=eclipse-temurin:25-jre}"
docker info >/dev/null 2>&1 || { echo "no container engine is running here" >&2; exit 1; }
compose() { if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }

env_file=$(mktemp); trap 'rm -f "$env_file"' EXIT
sed -E 's/^([A-Z_]+)=$/\1=check-only/' deploy/docker/.env.example >"$env_file"
compose --env-file "$env_file" -f docker-compose.yml config >/dev/null
echo "docker-compose.yml parses"
if compose --env-file /dev/null -f docker-compose.yml config >/dev/null 2>&1; then
    echo "docker-compose.yml must not parse without its secrets" >&2; exit 1
fi
echo "docker-compose.yml refuses to run without its secrets"

for module in evaluation-service training-service selection-service gateway; do
    image=congvu/$module:check
    docker build -q -f deploy/docker/Dockerfile --build-arg BASE_IMAGE="$BASE_IMAGE" --build-arg MODULE="$module" -t "$image" . >/dev/null
    [ "$(docker image inspect -f '{{.Config.User}}' "$image")" = 10001:10001 ]
    if docker image inspect -f '{{json .Config.Env}}' "$image" | grep -qiE 'password|secret|sealing'; then
        echo "$module: a secret stands in the image" >&2; exit 1
    fi
    # Without configuration it must end with an error, and it must get that far on a read-only root.
    if docker run --rm --read-only --tmpfs /tmp --cap-drop ALL --network none "$image" >"$env_file.log" 2>&1; then
        echo "$module: started without its configuration" >&2; exit 1
    fi
    grep -qiE 'config|CONGVU|datasource|oidc' "$env_file.log" || { tail -n 20 "$env_file.log" >&2; exit 1; }
    rm -f "$env_file.log"
    echo "$module: image builds, runs as 10001 on a read-only root, $(docker image inspect -f '{{.Size}}' "$image" | awk '{printf "%d MB", $1/1000000}')"
done
echo "7 passed, 0 failed"
