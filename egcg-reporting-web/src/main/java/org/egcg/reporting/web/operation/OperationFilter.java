package org.egcg.reporting.web.operation;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.store.RequestBudget;
import org.egcg.reporting.trail.Origin;

/**
 * The outermost door: gives each request an id, which its answer and all log lines of its thread carry, and a turn; and
 * writes down how it ended. A body that says that it is too large is refused unread.
 */
public class OperationFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Ten times a large facility's run elements. */
    private static final long MOST_DOCUMENTS = 2_000_000;

    private static final String STOPPING = "the service is being stopped";

    @Inject
    private transient ReportingConfig config;

    @Inject
    private transient RequestCapacity capacity;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient RequestMetrics figures;

    private transient RequestAdmission gate;
    private transient RequestAdmission watching;
    private transient Proxies proxies;
    private transient ReportingConfig.Limits limits;
    private transient boolean https;
    private transient LimitLog reached;
    private transient Shutdown shutdown;
    private transient Departures departures;

    /**
     * Probes and administrators have turns of their own, which no other request can take. What is configured is asked for once:
     * a server that is being stopped has no beans to ask any more, and still has to refuse.
     */
    @Override
    public void init() {
        limits = config.limits();
        https = config.facility().https();
        reached = new LimitLog(System::nanoTime);
        shutdown = Shutdown.watched(() -> {});
        Familiar familiar = new Familiar(Clock.systemUTC());
        Suspects suspects = new Suspects(Clock.systemUTC());
        Strangers strangers = new Strangers(capacity.strangers(), capacity.suspected(), capacity.bodies(), suspects);
        departures = capacity.departures();
        gate = new RequestAdmission(new RequestPools(capacity.users(), strangers, capacity.memory(), familiar));
        RequestLimiter few = new RequestLimiter(new RequestLimiter.Bounds(16, 4, 16, Duration.ofSeconds(2)));
        watching = new RequestAdmission(
                new RequestPools(few, new Strangers(few, few, few, suspects), capacity.memory(), familiar));
        proxies = new Proxies(config.api().proxies());
    }

    @Override
    public void destroy() {
        shutdown.close();
    }

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            noted(sent, response, chain);
        } catch (IOException | ServletException | RuntimeException gone) {
            // a server that is being stopped takes beans and streams away while it still answers
            if (!shutdown.hasBegun() || !Refusals.answered(sent, response, new Busy(STOPPING), reached)) {
                throw gone;
            }
        }
    }

    private void noted(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = Forwarded.by(sent, proxies);
        RequestId id = RequestId.of(request.getHeader(RequestId.HEADER));
        response.setHeader(RequestId.HEADER, id.text());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName(name + " " + id.text());
        AccessLog line = AccessLog.of(request, id);
        long begun = System.nanoTime();
        boolean failed = true;
        user.begin();
        Origin.Bound origin = Origin.request(request.getRemoteAddr(), id.text()).bind();
        try {
            admit(request, response, chain);
            failed = false;
        } finally {
            origin.close();
            user.end();
            int status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
            long nanos = System.nanoTime() - begun;
            figures.count(request.getMethod(), status, nanos);
            if (LimitLog.isSingle(request)) {
                line.write(Caller.of(request), status, nanos);
            }
            gate.answered(request, status);
            reached.tellWhatWasCounted();
            thread.setName(name);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int most = limits.body();
        if (!KnownMethods.NAMES.contains(request.getMethod())) {
            Refusals.refuse(response, 405, "The method is not allowed for the requested URL.");
        } else if (request.getContentLengthLong() > most) {
            reached.note(request, "body too large");
            Refusals.refuse(response, 413, "The request's body has more than " + most + " bytes.");
        } else {
            inTurn(request, response, chain);
        }
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            UnreadBody.giveUp(request, response);
        }
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (RequestSlot admission = admitted(request)) {
            admission.goesWith(request);
            Arrival arrival = new Arrival(admission, limits.arriving());
            LimitedRequest limited = new LimitedRequest(request, admission, arrival);
            within(budget(admission), request, () -> chain.doFilter(limited, new TimedAnswer(response)));
        } catch (ServletException | RuntimeException thrown) {
            Exception why = isStopping() ? new Busy(STOPPING) : thrown;
            if (!Refusals.answered(request, response, why, reached)) {
                throw thrown;
            }
        }
    }

    private interface Answering {
        void happens() throws IOException, ServletException;
    }

    private void within(RequestBudget budget, HttpServletRequest request, Answering answering)
            throws IOException, ServletException {
        RequestBudget.Binding bound = budget.bind();
        departures.begin(Forwarded.sent(request), budget);
        try {
            answering.happens();
        } finally {
            departures.end(budget);
            bound.close();
        }
    }

    /** What is held for the answer is of the same share as what was sent. */
    private RequestBudget budget(RequestSlot admission) {
        return new RequestBudget(limits.store(), MOST_DOCUMENTS, admission.memory()::change);
    }

    private RequestSlot admitted(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(StatusServlet.PATH)) {
            return watching.admit(request);
        } else if (shutdown.hasBegun()) {
            throw new Busy(STOPPING);
        }
        return gate.admit(request);
    }

    private boolean isStopping() {
        return shutdown.hasBegun() || gate.pools().users().isClosed();
    }
}
