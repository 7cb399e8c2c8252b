# The command that imports runs as sequencers write them. Build it from the project's directory:
#   docker build -f etc/docker/watch-folders.Dockerfile -t egcg-watch-folders .
FROM eclipse-temurin:17.0.20.1_1-jdk-noble AS build
WORKDIR /build
COPY . .
RUN apt-get update -q && apt-get install -y -q --no-install-recommends unzip \
    && ./mvnw -B -ntp -pl egcg-reporting-client -am -DskipTests package

FROM eclipse-temurin:17.0.20.1_1-jre-noble
RUN groupadd --gid 10002 egcg-import \
    && useradd --uid 10002 --gid egcg-import --no-create-home --home-dir /var/lib/egcg-import --shell /usr/sbin/nologin egcg-import \
    && mkdir -p /var/lib/egcg-import /sequencers \
    && chown egcg-import:egcg-import /var/lib/egcg-import
COPY --from=build /build/egcg-reporting-client/target/egcg-reporting-client-*-cli.jar /opt/egcg/egcg-reporting-client-cli.jar
USER 10002:10002
VOLUME ["/var/lib/egcg-import"]
ENTRYPOINT ["java", "-Xmx512m", "-jar", "/opt/egcg/egcg-reporting-client-cli.jar", "watch-folders", "--memory", "/var/lib/egcg-import/watched.json"]
CMD ["/sequencers"]
