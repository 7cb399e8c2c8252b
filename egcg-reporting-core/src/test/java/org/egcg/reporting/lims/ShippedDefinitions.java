package org.egcg.reporting.lims;

import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.yaml.Section;

/** The status definitions that the library brings along. */
final class ShippedDefinitions {

    private static final String FILE = "project_status_definitions.yaml";

    private ShippedDefinitions() {}

    static String yaml() {
        return ConfigDirectory.packaged().text(FILE);
    }

    static StatusDefinitions read() {
        return StatusDefinitionsFile.read(Section.read(FILE, yaml()));
    }
}
