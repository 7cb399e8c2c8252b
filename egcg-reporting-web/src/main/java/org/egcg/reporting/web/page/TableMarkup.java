package org.egcg.reporting.web.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.time.LocalDateTime;
import org.egcg.reporting.web.table.HtmlTable;
import org.egcg.reporting.web.table.TableView;

/** The component by which a view draws the rows of a table: one pass over the page of rows, without a tree of parts. */
@FacesComponent("org.egcg.reporting.TableMarkup")
public class TableMarkup extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.egcg.reporting";
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (isRendered()) {
            TableView view = (TableView) getAttributes().get("view");
            LocalDateTime now = (LocalDateTime) getAttributes().get("now");
            Object children = getAttributes().get("plain");
            new HtmlTable(view, now, new FacesMarkup(context.getResponseWriter()), Boolean.TRUE.equals(children))
                    .write();
        }
    }
}
