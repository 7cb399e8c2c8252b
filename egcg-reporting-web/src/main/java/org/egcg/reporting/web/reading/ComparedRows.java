package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;

/** All runs, lanes or samples, among which some are compared. */
@ApplicationScoped
public class ComparedRows {

    /** What can be compared. */
    public enum Kind {
        RUNS("runs", "runs", "run_id", "/runs/all") {
            @Override
            public Layout of(Layout plain, PageSettings pages) {
                return plain.reviewing("sample_ids").marking(Mark.Rule.FILTERING);
            }
        },
        LANES("lanes", "lane_aggregation", "lane_id", "/compare/lanes") {
            @Override
            public Layout of(Layout plain, PageSettings pages) {
                return plain.judging(Judging.of(Subject.LANE, pages.reviews()));
            }

            @Override
            public String href(Row row) {
                return Address.of("/run/", row.key().replaceFirst("_\\d+$", ""));
            }
        },
        SAMPLES("samples", "samples", "sample_id", "samples/all") {
            @Override
            public Layout of(Layout plain, PageSettings pages) {
                return plain.reviewing("sample_id")
                        .judging(Judging.of(Subject.SAMPLE, pages.reviews()))
                        .marking(Mark.Rule.DATA_SOURCE_DIFFERS);
            }
        };

        private final String word;
        private final String table;
        private final String key;
        private final String keptAs;

        Kind(String word, String table, String key, String keptAs) {
            this.word = word;
            this.table = table;
            this.key = key;
            this.keptAs = keptAs;
        }

        /** The kind that an address names; samples if it names none. */
        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElse(SAMPLES);
        }

        /** The table whose columns are compared. */
        public String table() {
            return table;
        }

        public String key() {
            return key;
        }

        /** Under which the rows are kept: as the list of all of them has them, where there is one. */
        public String keptAs() {
            return keptAs;
        }

        /** How documents become rows, as the list of them does it. */
        public abstract Layout of(Layout plain, PageSettings pages);

        /** The page of a row. */
        public String href(Row row) {
            return Address.of("/" + word.substring(0, word.length() - 1) + "/", row.key());
        }
    }

    @Inject
    private Records records;

    @Inject
    private RunRecords runs;

    @Inject
    private SampleRecords samples;

    /** All rows of a kind. */
    public Rows rows(Kind kind, Layout layout) {
        return switch (kind) {
            case RUNS -> runs.since(Optional.empty(), layout);
            case LANES -> records.rows(layout, records.stored("lanes", Where.everything(), layout));
            case SAMPLES ->
                samples.list(kind.keptAs(), SampleView.ALL, layout, Scope.all()).get();
        };
    }
}
