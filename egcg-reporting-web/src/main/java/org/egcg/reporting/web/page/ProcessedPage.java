package org.egcg.reporting.web.page;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.Changes;
import org.egcg.reporting.web.reading.NotesShown;
import org.egcg.reporting.web.reading.Oddities;
import org.egcg.reporting.web.reading.Processes;

/** A page of something that pipelines process. */
abstract class ProcessedPage extends TablesPage {

    /** A run of hundreds of samples lacks all of them alike; what else does not fit about it is not to be crowded out. */
    private static final int MOST_OF_A_KIND = 3;

    @Inject
    private Oddities odd;

    static final String CHANGES = "changes";
    private static final int SHOWN_CHANGES = 100;

    @Inject
    private Changes history;

    @Inject
    private NotesShown noteReading;

    private List<NotesShown.Shown> notes;
    private List<Changes.Change> changes;
    private Processes processes;
    private List<Inconsistency> oddities;

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

    /** What is said where it was not processed. */
    public String unprocessed() {
        return "No pipeline has processed this " + datasetType() + " yet.";
    }

    /** What does not fit about the thing; nothing for pages of several. */
    public List<Inconsistency> oddities() {
        if (oddities == null) {
            oddities = datasets().size() == 1
                    ? firstOfEachKind(odd.about(datasetType() + "s", datasets().get(0)))
                    : List.of();
        }
        return oddities;
    }

    private static List<Inconsistency> firstOfEachKind(List<Inconsistency> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Inconsistency::kind, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(kind -> kind.stream().limit(MOST_OF_A_KIND))
                .toList();
    }

    /** The documents whose history is shown; by their resources. */
    abstract Map<String, Where> documented();

    /** Whether the history is drawn with its content. */
    public boolean changesOpen() {
        return pageRequest.part().equals(CHANGES)
                || pageRequest.query().parameters().getOrDefault("open", "").contains(CHANGES);
    }

    /** Who has changed the documents that this page is about, the latest first. */
    public List<Changes.Change> changes() {
        if (changes == null) {
            changes = history.about(documented(), SHOWN_CHANGES);
        }
        return changes;
    }

    /** The resource whose thing notes are about; empty text for pages of several, and while the store is away. */
    public String noted() {
        return datasets().size() == 1 && !storeAway() ? datasetType() + "s" : "";
    }

    /** The id of that thing. */
    public String notedName() {
        return datasets().get(0);
    }

    /** Notes on it, the earliest first. */
    public List<NotesShown.Shown> notes() {
        if (notes == null) {
            notes = noteReading.on(noted(), datasets());
        }
        return notes;
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
        return isAnswered(table) && table.view().total() == 0;
    }

    /** Whether every source of a table answered. */
    static boolean isAnswered(ReportTable table) {
        return !table.failed() && table.view().rows().missing().isEmpty();
    }
}
