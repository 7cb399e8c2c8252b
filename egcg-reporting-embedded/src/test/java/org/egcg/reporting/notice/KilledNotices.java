package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.store.Find;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds when a service is killed that tells a receiver of what happens: all that the receiver may see gets there, and
 * nothing else. More kills: {@code -Dstorm.kills=20}.
 */
public abstract class KilledNotices {

    /** To whom mails go: one who may see what viewers may. */
    protected static final Subscription TO_ADA = Facility.mail(Facility.ADA);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    protected final Random random = new Random(Long.getLong("storm.seed", System.nanoTime()));
    private final long base = System.currentTimeMillis();

    /** Starts the receiver, and says where it is. */
    protected abstract String receive() throws Exception;

    /** The ids of all that it has taken. */
    protected abstract Set<String> arrived();

    /** What is sent there. */
    protected abstract Subscription subscription();

    /** Whose {@code main} opens the process that is killed, from the store's directory, the base and the receiver. */
    protected abstract Class<?> process();

    protected abstract KilledNoticesProcess open(Path data, long since, String receiver);

    @Test
    void afterKillsAtAnyMomentEachIsInTheOutboxOnceAndWithTheReceiver() throws Exception {
        String receiver = receive();
        Path data = directory.resolve("data");
        try (KilledNoticesProcess process = open(data, base, receiver)) {
            lookForTheFirstTime(process);
            process.notices.subscriptions().add(subscription());
        }
        int kills = Integer.getInteger("storm.kills", 3);
        for (int kill = 0; kill < kills; kill++) {
            killedAfter(data, receiver, 3 + random.nextInt(30), random.nextInt(60));
        }
        try (KilledNoticesProcess process = open(data, base, receiver)) {
            settle(process, KilledNoticesProcess.happened(process.store));
        }
        assertThat(arrived()).hasSizeGreaterThan(2 * kills);
    }

    /** What has happened before a watch's first look is not told, and no watch looks as soon as its process has begun. */
    private static void lookForTheFirstTime(KilledNoticesProcess process) {
        Find begun = Find.in(Leases.COLLECTION).matching(new BsonDocument("begun", BsonBoolean.TRUE));
        while (process.store.find(begun).list().isEmpty()) {
            process.notices.look();
        }
    }

    private void settle(KilledNoticesProcess process, List<Notice> happened) throws InterruptedException {
        Role reader = subscription().isFacilitys() ? Role.ADMIN : Role.VIEWER;
        List<String> ids = happened.stream()
                .filter(notice -> subscription().tells(notice, reader))
                .map(Notice::id)
                .toList();
        Instant end = Instant.now().plus(PATIENCE);
        // of what the receiver may not see, the last may not have been looked at when all else has arrived
        List<String> all = happened.stream().map(Notice::id).toList();
        while (!(arrived().containsAll(ids) && told(process).containsAll(all))
                && Instant.now().isBefore(end)) {
            process.notices.look();
            process.notices.deliver();
            Thread.sleep(20);
        }
        assertThat(arrived()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(told(process)).containsExactlyInAnyOrderElementsOf(all);
    }

    private static List<String> told(KilledNoticesProcess process) {
        return process.notices.told().stream().map(Notice::id).toList();
    }

    private void killedAfter(Path data, String receiver, int lines, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        process().getName(),
                        data.toString(),
                        Long.toString(base),
                        receiver)
                .redirectError(new File(directory.toFile(), "errors.txt"))
                .start();
        try (BufferedReader written = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                assertThat(written.readLine())
                        .as(Files.readString(directory.resolve("errors.txt")))
                        .isNotNull();
            }
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
