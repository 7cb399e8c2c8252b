package org.egcg.reporting.web.attack;

import java.time.Duration;
import org.egcg.reporting.testkit.RunningServer;

/** How much processor time the server has taken, and how much all its clients, in the process of the test. */
record ProcessorTime(Duration server, Duration clients) {

    static ProcessorTime of(RunningServer server) {
        return new ProcessorTime(used(ProcessHandle.of(server.pid()).orElseThrow()), used(ProcessHandle.current()));
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessorTime since(ProcessorTime begun) {
        return new ProcessorTime(server.minus(begun.server), clients.minus(begun.clients));
    }

    @Override
    public String toString() {
        return "processor time: server %d s, clients %d s".formatted(server.toSeconds(), clients.toSeconds());
    }
}
