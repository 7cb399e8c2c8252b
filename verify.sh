#!/bin/sh
# Passes all tests. The browser tests need Chromium, which is installed if it is missing and we may.
set -eu
cd "$(dirname "$0")"
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
fi
exec mvn -B -ntp verify "$@"
