package org.egcg.reporting.decision;

import java.util.Arrays;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Of what people decide. */
public enum Decidable {
    /** One run element. */
    RUN_ELEMENT("run_elements", "run_elements", "run_element_id", "run element"),
    /** All run elements of a lane. */
    LANE("lanes", "run_elements", "run_element_id", "lane"),
    /** One sample. */
    SAMPLE("samples", "samples", "sample_id", "sample");

    private final String resource;
    private final String written;
    private final String field;
    private final String word;

    Decidable(String resource, String written, String field, String word) {
        this.resource = resource;
        this.written = written;
        this.field = field;
        this.word = word;
    }

    /** By the name of its resource. */
    public static Decidable of(String resource) {
        return Arrays.stream(values())
                .filter(kind -> kind.resource.equals(resource))
                .findFirst()
                .orElseThrow(() -> new Malformed("resource: must be run_elements, lanes or samples"));
    }

    public String resource() {
        return resource;
    }

    /** The resource whose documents a decision changes. */
    public String written() {
        return written;
    }

    /** The field that names these documents. */
    public String field() {
        return field;
    }

    /** What people call one. */
    public String word() {
        return word;
    }
}
