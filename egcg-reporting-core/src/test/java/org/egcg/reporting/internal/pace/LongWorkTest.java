package org.egcg.reporting.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongWorkTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration LENGTH = Duration.ofSeconds(4);

    /** Steps for a time; how long the processor worked for it. */
    private static Duration worked(Duration length) {
        long begun = processor();
        long end = System.nanoTime() + length.toNanos();
        try (LongWork work = new LongWork()) {
            while (System.nanoTime() < end) {
                work.step();
            }
        }
        return Duration.ofNanos(processor() - begun);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Duration ofAll(int workers, Duration length) {
        ExecutorService hands = Executors.newFixedThreadPool(workers);
        try {
            List<CompletableFuture<Duration>> all = IntStream.range(0, workers)
                    .mapToObj(worker -> CompletableFuture.supplyAsync(() -> worked(length), hands))
                    .toList();
            return all.stream().map(CompletableFuture::join).reduce(Duration.ZERO, Duration::plus);
        } finally {
            hands.shutdown();
        }
    }

    @Test
    void muchLongWorkLeavesProcessorsToOthers() {
        long half = LENGTH.multipliedBy(Math.max(2, PROCESSORS)).toNanos() / 2;
        // the first moment of each is as fast as it can be
        long moment = Duration.ofMillis(600).multipliedBy(PROCESSORS).toNanos();
        assertThat(ofAll(4 * PROCESSORS, LENGTH).toNanos()).isLessThan(half + moment);
    }

    @Test
    void whatIsShortDoesNotWaitForWhatIsLong() {
        CompletableFuture<Duration> others = CompletableFuture.supplyAsync(() -> ofAll(4 * PROCESSORS, LENGTH));
        worked(LENGTH.dividedBy(4));
        assertThat(waitsDuring(Duration.ofMillis(300))).isZero();
        assertThat(others.join()).isPositive();
    }

    @Test
    void whatIsAloneDoesNotWait() {
        ofAll(4 * PROCESSORS, Duration.ofMillis(800));
        assertThat(waitsDuring(LENGTH.dividedBy(2))).isZero();
    }

    /** How often this thread has waited. */
    private static long waitsDuring(Duration length) {
        long before = waits();
        worked(length);
        return waits() - before;
    }

    private static long waits() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId())
                .getWaitedCount();
    }
}
