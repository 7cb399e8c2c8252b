package org.egcg.reporting.aggregation;

/** An expression met a value that it can do nothing with. Becomes the field's default and one line in the log. */
final class Unanswerable extends RuntimeException {
    Unanswerable(String message) {
        super(message, null, false, false);
    }
}
