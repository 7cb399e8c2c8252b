package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.query.Where;

/** The lists of samples by what is to be done with them. */
public enum SampleView {
    ALL("all", "All", "All samples") {
        @Override
        public Where where() {
            return Where.everything();
        }

        @Override
        public Scope scope(LocalDateTime now) {
            return Scope.all();
        }
    },
    PROCESSING("processing", "Processing", "Samples processing") {
        @Override
        public Where where() {
            return Criteria.equal(STATUS, "processing");
        }
    },
    TO_REVIEW("toreview", "To review", "Samples to review") {
        @Override
        public Where where() {
            return new Where.All(List.of(Criteria.equal("useable", "not marked"), Criteria.equal(STATUS, "finished")));
        }
    },
    NOT_PROCESSING("notprocessing", "Not processing", "Samples not processing") {
        @Override
        public Where where() {
            Where idle = new Where.Any(List.of(
                    new Where.Equal(STATUS, org.bson.BsonNull.VALUE),
                    Criteria.in(STATUS, List.of("reprocess", "force_ready", "resume"))));
            return new Where.All(List.of(Criteria.exists("aggregated.clean_yield_in_gb"), idle));
        }
    };

    private static final String STATUS = "aggregated.most_recent_proc.status";
    private static final int HALF_A_YEAR = 182;

    private final String word;
    private final String label;
    private final String title;

    SampleView(String word, String label, String title) {
        this.word = word;
        this.label = label;
        this.title = title;
    }

    public static SampleView of(String word) {
        return Arrays.stream(values())
                .filter(view -> view.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list of samples is called " + word));
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public String title() {
        return title;
    }

    /** The documents that are listed. */
    public abstract Where where();

    /** The samples of the LIMS that are looked at. */
    public Scope scope(LocalDateTime now) {
        return Scope.open().receivedAfter(now.minusDays(HALF_A_YEAR).toLocalDate());
    }
}
