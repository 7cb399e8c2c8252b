package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.delivery.DeliveryPdf;
import org.egcg.reporting.web.delivery.DeliveryReport;
import org.egcg.reporting.web.reading.PageSettings;

/** The report of a signed delivery as a PDF file; the address names its action. */
@WebServlet("/ui/delivery")
public class DeliveryServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingActions actions;

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SignedDelivery signed = actions.signed(Objects.toString(request.getParameter("action"), ""));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DeliveryPdf.write(
                    DeliveryReport.of(signed, pages.facility(), pages.reviews().thresholds()), file);
            response.setContentType("application/pdf");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + signed.id().replaceAll("[^A-Za-z0-9_.-]+", "-") + ".pdf\"");
            response.setContentLength(file.size());
            file.writeTo(response.getOutputStream());
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }
}
