package org.egcg.reporting.web.page;

import java.util.List;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.reading.Processes;

/** A page of something that pipelines process. */
abstract class ProcessedPage extends TablesPage {

    private Processes processes;

    /** What pipelines call such a thing: run, sample or project. */
    abstract String datasetType();

    /** The names of the things whose processes are shown. */
    abstract List<String> datasets();

    /** How often and how they were processed. */
    public Processes processes() {
        if (processes == null) {
            processes = Processes.of(reports.records(), datasetType(), datasets(), pages.zone());
        }
        return processes;
    }

    /** Whether nothing can be said of processes because the store is away. */
    public boolean storeAway() {
        try {
            processes();
            return false;
        } catch (Unavailable away) {
            return true;
        }
    }

    /** Whether every source of a table answered, and none knows a row. */
    static boolean nobodyKnows(ReportTable table) {
        return !table.failed()
                && table.view().total() == 0
                && table.view().rows().missing().isEmpty();
    }
}
