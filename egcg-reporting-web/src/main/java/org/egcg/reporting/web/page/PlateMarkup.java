package org.egcg.reporting.web.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.egcg.reporting.web.plate.HtmlPlate;
import org.egcg.reporting.web.plate.PlateMap;

/** The component by which a view draws the wells of a plate, in one pass. */
@FacesComponent("org.egcg.reporting.PlateMarkup")
public class PlateMarkup extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.egcg.reporting";
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (isRendered()) {
            PlateMap map = (PlateMap) getAttributes().get("map");
            String caption = String.valueOf(getAttributes().get("caption"));
            new HtmlPlate(map, caption, new FacesMarkup(context.getResponseWriter())).write();
        }
    }
}
