package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * All attacks on the service's time and memory at once, beside an ordinary day of a laboratory, for
 * {@code -Dattack.minutes=5}; at its end the server is stopped while they go on. A command of its own.
 */
class AttackIT {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("attack.minutes", 5));
    private static final Duration WARMING = Duration.ofSeconds(60);
    private static final Duration ALONE = Duration.ofSeconds(45);

    /** Of attacks before the heap is measured, after which each thread has the buffers that it keeps. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** After which no connection of the attackers is left. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final Duration STOPPED = Duration.ofSeconds(45);
    private static final long HEAP_MAY_GROW = 64L * 1024 * 1024;
    private static final Pattern USED = Pattern.compile("egcg_heap_used_bytes (\\d+)");

    private final RunningServer server = AttackedServer.asInProduction();
    private final Attacks attacks = new Attacks(server);
    private final AtomicLong largest = new AtomicLong();

    @Test
    void ordinaryUsersAreAnsweredAndTheServerStopsInItsTime() throws Exception {
        measured(WARMING, false);
        Latencies alone = measured(ALONE, false);
        measured(FIRST, true);
        Thread.sleep(QUIET.toMillis());
        long before = heap("before");
        ProcessorTime begun = ProcessorTime.of(server);
        Latencies beside = measured(LENGTH, true);
        Map<String, String> failures = Map.copyOf(attacks.failures());
        ProcessorTime taken = ProcessorTime.of(server).since(begun);
        Thread.sleep(QUIET.toMillis());
        long after = heap("after");
        Duration stop = stopUnderAttack();
        System.out.printf("alone:%n%s%nbeside attacks for %s:%n%s%n", alone.table(), LENGTH, beside.table());
        System.out.printf(
                "attackers were answered %s%n%s%n%s%nheap after a collection, before %d KB, after %d KB; largest in between"
                        + " %d KB; stopped in %d ms%n%s%n",
                attacks,
                attacks.failures(),
                taken,
                before / 1024,
                after / 1024,
                largest.get() / 1024,
                stop.toMillis(),
                String.join("\n", beside.failures()));
        assertSoftly(held -> {
            held.assertThat(beside.failures()).isEmpty();
            beside.kinds().forEach(kind -> held.assertThat(beside.percentile(kind, 99))
                    .as(kind)
                    .isLessThan(SLOWEST));
            held.assertThat(after).isLessThan(before + HEAP_MAY_GROW);
            held.assertThat(stop).isLessThan(STOPPED);
            held.assertThat(failures).isEmpty();
        });
        assertThat(AttackedServer.log()).doesNotContain("OutOfMemoryError");
    }

    /** What the server keeps, and of which classes, for whoever wants to know why. */
    private long heap(String when) throws IOException, InterruptedException {
        long used = server.heapInUse();
        Files.writeString(Path.of("target", "heap-" + when + ".txt"), server.jcmd("GC.class_histogram"));
        return used;
    }

    private Latencies measured(Duration length, boolean attacked) throws Exception {
        Latencies latencies = new Latencies();
        try (Load attackers = new Load();
                Load users = new Load()) {
            new OrdinaryUsers(server, latencies).at(users);
            users.add(2000, this::lookAtHeap);
            if (attacked) {
                attack(attackers);
            }
            Instant end = Instant.now().plus(length);
            while (Instant.now().isBefore(end)) {
                Thread.sleep(1000);
            }
        }
        return latencies;
    }

    private void attack(Load load) {
        attacks.slowLogins(load, 100, 5);
        attacks.unfinishedHeads(load, 300);
        attacks.largeBodies(load, 2);
        attacks.longPasswords(load, 2);
        attacks.inventedNames(load, 120, 20);
    }

    private void lookAtHeap() {
        String figures = Wire.exchange(
                server.port(), Wire.get("/status/metrics", Wire.basic("demo"), "X-Forwarded-For: 198.51.100.60"));
        Matcher used = USED.matcher(figures);
        if (used.find()) {
            largest.accumulateAndGet(Long.parseLong(used.group(1)), Math::max);
        }
    }

    private Duration stopUnderAttack() throws InterruptedException {
        try (Load attackers = new Load()) {
            attack(attackers);
            Thread.sleep(15_000);
            long begun = System.nanoTime();
            server.stop();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
