package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final Duration STOPPED = Duration.ofSeconds(45);
    private static final long HEAP_MAY_GROW = 64L * 1024 * 1024;
    private static final Pattern USED = Pattern.compile("egcg_heap_used_bytes (\\d+)");

    private final RunningServer server = AttackedServer.get();
    private final Attacks attacks = new Attacks(server);
    private final AtomicLong largest = new AtomicLong();

    @Test
    void ordinaryUsersAreAnsweredAndTheServerStopsInItsTime() throws Exception {
        Latencies alone = measured(Duration.ofSeconds(45), false);
        long before = server.heapInUse();
        Latencies beside = measured(LENGTH, true);
        Thread.sleep(20_000);
        long after = server.heapInUse();
        Duration stop = stopUnderAttack();
        System.out.printf(
                "attacks for %s%nalone:%n%s%nbeside attacks:%n%s%nattackers were answered %s%nheap after a collection, before"
                        + " %d KB, after %d KB; largest in between %d KB; stopped in %d ms%n%s%n",
                LENGTH,
                alone.table(),
                beside.table(),
                attacks,
                before / 1024,
                after / 1024,
                largest.get() / 1024,
                stop.toMillis(),
                String.join("\n", beside.failures()));
        assertThat(beside.failures()).isEmpty();
        assertThat(beside.kinds())
                .allSatisfy(
                        kind -> assertThat(beside.percentile(kind, 99)).as(kind).isLessThan(SLOWEST));
        assertThat(after).isLessThan(before + HEAP_MAY_GROW);
        assertThat(AttackedServer.log()).doesNotContain("OutOfMemoryError");
        assertThat(stop).isLessThan(STOPPED);
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
