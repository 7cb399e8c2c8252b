package org.egcg.reporting.web.page;

import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;

/** A page with a chart, which its script asks for once the page is there. */
public interface Chart extends Page {

    @Override
    default String menu() {
        return "Charts";
    }

    /** What to do first, while there is nothing to draw. */
    default String hint() {
        return "";
    }

    /** Whether nothing can be drawn whatever is chosen: there is nothing, or what would know does not answer. */
    static boolean muteIf(BooleanSupplier nothing) {
        try {
            return nothing.getAsBoolean();
        } catch (Unavailable away) {
            return true;
        }
    }

    /** Where a table of the chart's data is as a file. */
    String csv(ReportTable table);

    /** What is to be drawn under the choices of the address, and what there is to say beside it. */
    BsonDocument figure();
}
