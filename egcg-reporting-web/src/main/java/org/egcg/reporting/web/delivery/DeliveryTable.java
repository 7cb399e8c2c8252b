package org.egcg.reporting.web.delivery;

import java.util.List;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.web.route.Address;

/**
 * A table of a report; each row has a cell for each column.
 *
 * @param key names it within the report
 */
public record DeliveryTable(String key, String heading, List<String> columns, List<List<Cell>> rows) {

    /**
     * A cell.
     *
     * @param style {@code pass} or {@code fail} of what keeps to its limit or does not; else empty text
     * @param sample the id of the sample that it names; else empty text
     */
    public record Cell(String text, String style, String sample) {
        static Cell of(String text) {
            return new Cell(text.isEmpty() ? "–" : text, "", "");
        }

        static Cell named(DeliverySample sample) {
            return new Cell(sample.id(), "", sample.id());
        }

        /** The page of the sample that it names. */
        public String href() {
            return Address.of("/sample/", sample);
        }
    }
}
