package org.egcg.reporting.web.table;

/** A value that is shown as one thing and sorted, compared and measured as another. */
record Shown(Object order, String text) {

    static Object unwrapped(Object value) {
        return value instanceof Shown shown ? shown.order() : value;
    }

    @Override
    public String toString() {
        return text;
    }
}
