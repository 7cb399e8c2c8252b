#!/bin/sh
# Builds what is missing and runs the service on Payara Micro, in the foreground; Ctrl-C stops it. From the environment:
#   HTTP_PORT           8080 unless set
#   HTTP_ADDRESS        the address that it listens on, such as 127.0.0.1; all addresses of the machine unless set
#   EGCG_DATA_DIR       where embedded databases live; ./data unless set. A new directory gets example data.
#   REPORTINGCONFIG     configuration file; see README.md
#   EGCG_DEMO_DATA      autumn: the example data is that of three months, not of two years
#   EGCG_DEMO_PASSWORD  password of the user demo, on a new data directory; a random one unless set
set -eu
umask 077
cd "$(dirname "$0")"
target=egcg-reporting-web/target
if [ ! -f $target/servers/payara-micro.jar ] || [ ! -f $target/egcg-reporting.war ] ||
        [ -n "$(find pom.xml etc egcg-reporting-core egcg-reporting-embedded egcg-reporting-signin egcg-reporting-ejb egcg-reporting-client egcg-reporting-web \
            \( -path '*/src/main/*' -o -path 'etc/*.yaml' -o -name pom.xml \) -type f \
            -newer $target/egcg-reporting.war -print | head -n 1)" ]; then
    echo "Building the service; the first time this takes minutes."
    mvn=$(command -v mvn || echo ./mvnw)
    "$mvn" -q -B -ntp -pl egcg-reporting-web -am -DskipTests package
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m etc/Run.java
