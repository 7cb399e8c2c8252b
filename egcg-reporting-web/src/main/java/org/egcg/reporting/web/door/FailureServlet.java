package org.egcg.reporting.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.egcg.reporting.config.ReportingConfig;

/** What servers answer with where they fail before or behind all filters; leads nowhere for those who ask for it. */
@WebServlet("/internal-failure")
public class FailureServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingConfig config;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.of(response, config.facility().https());
        boolean failure = request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        Problem problem = failure
                ? Problem.of((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                : Problem.notFound();
        problem.answer(request, response, config.api().prefix());
    }
}
