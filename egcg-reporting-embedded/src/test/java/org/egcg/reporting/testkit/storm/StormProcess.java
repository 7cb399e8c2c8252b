package org.egcg.reporting.testkit.storm;

import java.nio.file.Path;
import java.util.Collections;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;

/**
 * A service and its clients in a process that is made to be killed: documents live in the embedded store of a
 * directory, the ledger goes to standard output.
 */
public final class StormProcess {

    private static final int UNTIL_KILLED = Integer.MAX_VALUE;

    private StormProcess() {}

    /** Arguments: the configuration file, how many clients, the seed. */
    public static void main(String... arguments) throws Exception {
        try (Reporting reporting = open(Path.of(arguments[0]))) {
            Storm storm = new Storm(new Ledger(System.out), Long.parseLong(arguments[2]));
            CoreApi api = new CoreApi(reporting);
            storm.look(api);
            storm.rage(Collections.nCopies(Integer.parseInt(arguments[1]), api), UNTIL_KILLED);
        }
    }

    /** The service as it is started in production, with the embedded store if the file names no other. */
    public static Reporting open(Path configuration) {
        return Reporting.open(Configuration.load(
                java.util.Map.of("REPORTINGCONFIG", configuration.toString()), configuration.getParent()));
    }
}
