package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    /** A process that tells what it knows of its own end. */
    static final class Ending {
        public static void main(String[] arguments) {
            Shutdown closed = Shutdown.watched(() -> System.out.println("told although closed"));
            closed.close();
            Shutdown watched = Shutdown.watched(() -> System.out.println("told"));
            System.out.println(watched.hasBegun());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (!watched.hasBegun()) {
                    Thread.onSpinWait();
                }
                watched.close();
                System.out.println("closed late");
            }));
        }
    }

    @Test
    void theEndOfAProcessIsKnownWhileItGoesOn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed.lines()).containsExactlyInAnyOrder("false", "told", "closed late");
    }
}
