package org.egcg.reporting.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.web.failure.Failure;
import org.egcg.reporting.web.operation.Shutdown;
import org.egcg.reporting.web.route.LoggedPath;

/**
 * Around everything else: every answer has the headers that keep browsers safe, and an unexpected failure is
 * logged here, once, and told as a sentence with the request's id. On every server the same, and never a stack trace.
 */
public class LastResort extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(LastResort.class.getName());

    @Inject
    private transient ReportingConfig config;

    private transient String prefix;
    private transient boolean https;
    private transient Shutdown shutdown;

    /** Asked for once: a server that is being stopped has no beans to ask any more, and still has to answer. */
    @Override
    public void init() {
        prefix = config.api().prefix();
        https = config.facility().https();
        shutdown = Shutdown.watched(() -> {});
    }

    @Override
    public void destroy() {
        shutdown.close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse plain, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = new SafeResponse(request, plain, prefix, https);
        if (request.getHeader("Upgrade") != null) {
            // Payara ends the connection behind a request that offers another protocol, and would not say so
            response.setHeader("Connection", "close");
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            if (response.isCommitted()) {
                throw gone;
            }
            failed(request, response, gone);
        } catch (ServletException | RuntimeException | StackOverflowError failure) {
            failed(request, response, failure);
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        String id =
                Optional.ofNullable(response.getHeader(SafeHeaders.REQUEST_ID)).orElse("unknown");
        // what fails while the process ends fails because of that
        Problem problem = shutdown.hasBegun()
                ? Problem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                : Problem.of(Failure.behind(failure), id);
        String what = "request " + id + ": " + request.getMethod() + " " + LoggedPath.of(request);
        if (problem.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.log(Level.ERROR, what, failure);
        } else {
            LOG.log(Level.WARNING, what + ": " + failure.getMessage());
        }
        if (response.isCommitted()) {
            throw new IOException("The answer was broken off.");
        }
        // What was written so far is in the buffer still, and would stand before the sentence.
        response.reset();
        problem.answer(request, response, prefix);
    }
}
