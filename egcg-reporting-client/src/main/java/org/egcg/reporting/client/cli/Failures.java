package org.egcg.reporting.client.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.egcg.reporting.client.BatchResult;
import org.egcg.reporting.client.RestConfigException;
import org.egcg.reporting.client.RestStatusException;
import org.egcg.reporting.client.RestTransportException;
import picocli.CommandLine;

/** What went wrong, as a line for people and a number for scripts. */
final class Failures {
    static final int REFUSED = 1;
    static final int UNUSABLE = 2;
    static final int NOTHING = 3;
    static final int NO_ANSWER = 4;
    static final int SOME_FAILED = 5;
    static final int TOO_LATE = 6;

    private Failures() {}

    static int told(Exception failure, CommandLine command) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof RestStatusException refused) {
            err.printf("%s %s: %s%n", refused.method(), refused.uri(), refused.getMessage());
            err.println(refused.body());
            return REFUSED;
        }
        err.println(failure.getMessage());
        if (failure instanceof RestTransportException) {
            return NO_ANSWER;
        }
        if (failure instanceof RestConfigException
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException) {
            return UNUSABLE;
        }
        return REFUSED;
    }

    /** Names what failed in a batch. */
    static int of(BatchResult result, PrintWriter err) {
        result.failures().forEach(failure -> err.printf("%s: %s%n", failure.document(), reason(failure)));
        return result.failures().isEmpty() ? 0 : SOME_FAILED;
    }

    private static String reason(BatchResult.Failure failure) {
        return failure.cause() instanceof RestStatusException.Invalid invalid
                ? invalid.body()
                : failure.cause().getMessage();
    }
}
