package org.egcg.reporting.web.page;

import org.bson.BsonDocument;

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

    /** Where a table of the chart's data is as a file. */
    String csv(ReportTable table);

    /** What is to be drawn under the choices of the address, and what there is to say beside it. */
    BsonDocument figure();
}
