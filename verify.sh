#!/bin/sh
# Runs the tests, without those listed in egcg-reporting-web/src/test/resources/apart.txt. Chromium is for the browser
# tests; it is installed if it is missing and we may.
set -eu
cd "$(dirname "$0")"
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
fi
mvn=$(command -v mvn || echo ./mvnw)
exec "$mvn" -B -ntp verify "$@"
