package org.egcg.reporting;

import java.util.Map;
import java.util.ServiceLoader;

/**
 * What a new installation begins with, done once a service has opened the library. Found with {@link ServiceLoader}; the
 * artifact {@value org.egcg.reporting.internal.spi.EmbeddedServices#ARTIFACT} has one that loads an example facility.
 */
public interface FirstStart {

    /**
     * Does what the environment asks for if this is a new installation, and nothing otherwise.
     *
     * @param environment the program's environment variables
     */
    void begin(Reporting reporting, Map<String, String> environment);

    /** Lets each first start on the class path begin. */
    static void prepare(Reporting reporting, Map<String, String> environment) {
        ServiceLoader.load(FirstStart.class).forEach(start -> start.begin(reporting, environment));
    }
}
