package org.egcg.reporting.client.folder.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code SampleSheet.csv}: version 1 with its section Data, version 2 with BCLConvert_Data. */
public final class SampleSheet {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private static final int MOST_ROWS = 250_000;

    /** Columns by what they hold, as the versions call them. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("lane", "lane"),
            Map.entry("sample_id", "sample"),
            Map.entry("sampleid", "sample"),
            Map.entry("sample_name", "name"),
            Map.entry("sample_project", "project"),
            Map.entry("sampleproject", "project"),
            Map.entry("project", "project"),
            Map.entry("library_id", "library"),
            Map.entry("sample_plate", "plate"),
            Map.entry("index", "index"),
            Map.entry("index2", "index2"));

    private final List<SheetRow> rows = new ArrayList<>();
    private String section = "";
    private Map<String, Integer> columns = Map.of();

    private SampleSheet() {}

    /** The samples, in the order of the sheet. */
    public static List<SheetRow> read(Path file) {
        return TextFile.read(file, text -> {
            SampleSheet sheet = new SampleSheet();
            CsvRecords.each(text, FORMAT, sheet::take);
            return sheet.rows;
        });
    }

    private void take(CSVRecord line) {
        String first = line.get(0).strip();
        if (first.startsWith("[")) {
            section = first.toLowerCase(Locale.ROOT);
            columns = Map.of();
        } else if (section.equals("[data]") || section.equals("[bclconvert_data]")) {
            if (line.stream().allMatch(String::isBlank)) {
                return;
            }
            if (columns.isEmpty()) {
                columns = columns(line);
            } else if (rows.size() < MOST_ROWS) {
                rows.add(row(line));
            } else {
                throw new IllegalArgumentException("has more lines than any sheet");
            }
        }
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int place = 0; place < header.size(); place++) {
            String name = COLUMNS.get(header.get(place).strip().toLowerCase(Locale.ROOT));
            if (name != null) {
                columns.put(name, place);
            }
        }
        if (!columns.containsKey("sample")) {
            throw new IllegalArgumentException("has no column Sample_ID");
        }
        return columns;
    }

    private SheetRow row(CSVRecord line) {
        String lane = cell(line, "lane").orElse("");
        String first = bases(line, "index");
        String second = bases(line, "index2");
        return new SheetRow(
                lane.isEmpty() ? 0 : Numbers.within(lane, 1, 8, "Lane"),
                Names.of(cell(line, "sample").orElse(""), "Sample_ID"),
                cell(line, "name"),
                cell(line, "project"),
                cell(line, "library"),
                cell(line, "plate"),
                second.isEmpty() ? first : first + "-" + second);
    }

    /** Some sheets have spaces between the bases. */
    private String bases(CSVRecord line, String column) {
        return cell(line, column).orElse("").replaceAll("\\s", "");
    }

    private Optional<String> cell(CSVRecord line, String column) {
        Integer place = columns.get(column);
        return place == null || place >= line.size()
                ? Optional.empty()
                : Optional.of(line.get(place).strip()).filter(text -> !text.isEmpty());
    }
}
