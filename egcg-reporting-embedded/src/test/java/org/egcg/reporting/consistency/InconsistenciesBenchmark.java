package org.egcg.reporting.consistency;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Clock;
import java.util.Map;
import org.egcg.reporting.sample.SampleKinds;

/** How long it takes to look through a facility for what does not fit, and what it takes of memory. Not run by the build. */
final class InconsistenciesBenchmark {

    private static final double MEBI = 1 << 20;

    private InconsistenciesBenchmark() {}

    /** @param arguments how many run elements; 1,000,000 unless given */
    public static void main(String[] arguments) {
        long elements = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        GeneratedFacility facility = new GeneratedFacility(elements);
        LimsSamples lims = facility.lims();
        Inconsistencies looking = new Inconsistencies(
                facility.store(), SampleKinds.of(Map.of("negative", "NTC.*")), () -> lims, Clock.systemUTC());
        for (int round = 1; round <= 3; round++) {
            System.gc();
            double before = inUse();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            InconsistencyReport report = looking.look();
            spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - spent;
            double most = most();
            System.gc();
            System.out.printf(
                    "%,d run elements: %.1f s, of a processor %.1f s, %,d found %s; heap %.0f MiB before, at most %.0f MiB, %.0f MiB kept%n",
                    elements,
                    report.took().toMillis() / 1000.0,
                    spent / 1e9,
                    report.total(),
                    report.counts(),
                    before,
                    most,
                    inUse());
        }
    }

    private static double inUse() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
    }

    private static double most() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBI;
    }
}
