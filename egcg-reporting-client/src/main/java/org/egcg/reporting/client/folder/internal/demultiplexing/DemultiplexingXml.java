package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.Map;
import org.egcg.reporting.client.folder.internal.Names;
import org.egcg.reporting.client.folder.internal.Numbers;
import org.egcg.reporting.client.folder.internal.XmlFile;

/**
 * Reads bcl2fastq's {@code ConversionStats.xml} and {@code DemultiplexingStats.xml}: projects, and numbers tile by tile. They
 * name samples by what customers call them.
 */
public final class DemultiplexingXml implements XmlFile.Visitor {
    private static final String ALL = "all";
    private static final String LANE = "/Stats/Flowcell/Project/Sample/Barcode/Lane";
    private static final String TILE = LANE + "/Tile";

    private final Path file;
    private final Demultiplexing run;
    private final Demultiplexing own = new Demultiplexing();
    private String project = "";
    private String sample = "";
    private String barcode = "";
    private int lane;
    private int read;

    private DemultiplexingXml(Path file, Demultiplexing run) {
        this.file = file;
        this.run = run;
    }

    /** Tells what the file says. */
    public static void read(Path file, Demultiplexing run) {
        DemultiplexingXml found = new DemultiplexingXml(file, run);
        XmlFile.read(file, found);
        found.tell();
    }

    @Override
    public void begin(String path, Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", "");
        switch (path) {
            case "/Stats" -> {}
            case "/Stats/Flowcell/Project" -> project = name;
            case "/Stats/Flowcell/Project/Sample" -> sample = name;
            case "/Stats/Flowcell/Project/Sample/Barcode" -> barcode = name;
            case LANE -> lane = Numbers.within(attributes.getOrDefault("number", "none"), 1, 8, "Lane");
            case TILE + "/Raw/Read", TILE + "/Pf/Read" ->
                read = Numbers.within(attributes.getOrDefault("number", "none"), 1, Count.MOST_READS, "Read");
            default -> {
                if (!path.startsWith("/Stats/")) {
                    throw new IllegalArgumentException("is not as bcl2fastq writes it");
                }
            }
        }
    }

    @Override
    public void end(String path, String text) {
        if (!path.startsWith(LANE + "/") || isSum()) {
            return;
        }
        switch (path.substring(LANE.length())) {
            case "/BarcodeCount", "/Tile/Pf/ClusterCount" -> add(Count.PASSING_FILTER_READS, text);
            case "/Tile/Raw/ClusterCount" -> add(Count.TOTAL_READS, text);
            case "/Tile/Pf/Read/Yield" -> add(Count.bases(read), text);
            case "/Tile/Pf/Read/YieldQ30" -> add(Count.q30(read), text);
            default -> {}
        }
    }

    /** Besides what belongs to one sample stand the sums over samples and over barcodes. */
    private boolean isSum() {
        return project.equals(ALL) || sample.equals(ALL) || (barcode.equals(ALL) && !isUndetermined());
    }

    private boolean isUndetermined() {
        return sample.equals(Element.UNDETERMINED);
    }

    private void add(Count what, String text) {
        // of unassigned reads both sums stand there
        if (isUndetermined() && barcode.equals(ALL)) {
            return;
        }
        boolean none = isUndetermined() || barcode.equals("unknown");
        Element element = own.element(lane, Names.of(sample, "Sample"), none ? "" : Names.barcode(barcode));
        if (!isUndetermined()) {
            element.tellProject(Names.of(project, "Project"));
        }
        element.add(what, Numbers.count(text, what.field()), file);
    }

    private void tell() {
        try {
            own.elements().forEach(this::tell);
        } catch (IllegalArgumentException wrong) {
            throw new org.egcg.reporting.client.folder.FolderException(file, 0, wrong.getMessage(), wrong);
        }
    }

    private void tell(Element found) {
        Element element = run.element(found.lane(), run.idOf(found.sample()), found.barcode());
        found.project().ifPresent(element::tellProject);
        for (Count what : Count.values()) {
            found.count(what).ifPresent(count -> element.tell(what, count, file));
        }
    }
}
