package org.egcg.reporting.testkit.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.egcg.reporting.testkit.storm.WriteApi.Address;

/** Many clients that write to the same few documents at random and all at once. */
public final class Storm {

    private final Ledger ledger;
    private final long seed;
    private final String origin = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong operations = new AtomicLong();
    private final Map<String, Map<String, Address>> known = new ConcurrentHashMap<>();

    public Storm(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
        Universe.resources().forEach(resource -> known.put(resource, new ConcurrentHashMap<>()));
    }

    /** Gets to know what is stored already. */
    public void look(WriteApi api) {
        known.forEach((resource, there) -> api.all(resource).forEach(address -> there.put(address.name(), address)));
    }

    /**
     * Writes until so many writes are answered.
     *
     * @param clients each is one thread
     */
    public void rage(List<? extends WriteApi> clients, int writes) throws Exception {
        AtomicLong left = new AtomicLong(writes);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            Writer writer = new Writer(clients.get(i), ledger, known, new Random(seed + i), this::name);
            writers.add(() -> {
                while (left.addAndGet(-writer.write()) > 0) {
                    Thread.onSpinWait();
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String name() {
        return origin + "-" + operations.incrementAndGet();
    }
}
