package org.egcg.reporting.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.resource.Written;

/** Lanes of one run element each, of which some pass their limits and some fail them, eight to a run. */
public final class JudgedLanes {

    private static final int BATCH = 1000;

    private JudgedLanes() {}

    /** Puts so many into a store, some thousands. */
    public static void into(Reporting reporting, int lanes) {
        Random chance = new Random(3);
        for (int from = 0; from < lanes; from += BATCH) {
            int first = from;
            insert(
                    reporting,
                    "run_elements",
                    IntStream.range(first, first + BATCH)
                            .mapToObj(number -> element(number, chance))
                            .collect(Collectors.joining(",", "[", "]")));
            insert(
                    reporting,
                    "lanes",
                    IntStream.range(first, first + BATCH)
                            .mapToObj(number -> "{\"lane_id\": \"%s_%d\", \"run_id\": \"%s\", \"lane_number\": %d}"
                                    .formatted(run(number), position(number), run(number), position(number)))
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static String run(int lane) {
        return "180101_E00306_%04d_AHABCDCCXX".formatted(lane / 8);
    }

    /** From 1 to 8, as lanes are numbered. */
    private static int position(int lane) {
        return lane % 8 + 1;
    }

    private static String element(int number, Random chance) {
        long bases = (long) (50e9 + 30e9 * chance.nextDouble());
        return """
                {"run_element_id": "%s_%d_A", "run_id": "%s", "lane": %d, "barcode": "A", "project_id": "P",
                 "library_id": "L", "sample_id": "S%s", "bases_r1": %d, "bases_r2": %d, "q30_bases_r1": %d,
                 "q30_bases_r2": %d, "adaptor_bases_removed_r1": 0, "adaptor_bases_removed_r2": 0,
                 "passing_filter_reads": 100, "mapping_metrics": {"bam_file_reads": 100, "duplicate_reads": 1,
                 "picard_opt_dup_reads": 1}}""".formatted(
                        run(number),
                        position(number),
                        run(number),
                        position(number),
                        number / 8,
                        bases,
                        bases,
                        bases * 9 / 10,
                        bases * 8 / 10);
    }

    private static void insert(Reporting reporting, String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}
