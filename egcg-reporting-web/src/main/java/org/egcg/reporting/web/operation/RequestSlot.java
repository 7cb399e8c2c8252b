package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Busy;

/**
 * What a request holds while it is at work: a turn among strangers, which it gives back for one among users once it is
 * known whose it is; and its share of memory. For the thread of the request.
 */
public final class RequestSlot implements AutoCloseable {

    private static final String NAME = RequestSlot.class.getName();

    /** What a filter of many empty lists takes once it is read. */
    private static final int BYTES_OF_A_CHARACTER = 64;

    static final String USERS_TAKEN = "all turns of users are taken";
    static final String STRANGERS_TAKEN = "all turns of strangers are taken";

    private final RequestPools pools;
    private final MemoryBudget.Share memory;
    private final Optional<String> credentials;
    private final int query;
    private RequestLimiter turns;
    private String whose;
    private boolean recognised;

    /**
     * @param query how many characters stand behind the {@code ?}
     * @param turns of which a turn was begun under the name
     */
    RequestSlot(RequestPools pools, Optional<String> credentials, int query, RequestLimiter turns, String whose) {
        this.pools = pools;
        this.memory = pools.memory().share();
        this.credentials = credentials;
        this.query = query;
        this.turns = turns;
        this.whose = whose;
    }

    void goesWith(ServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** What a request holds; empty if it is one of those that need no turn. */
    public static Optional<RequestSlot> of(ServletRequest request) {
        return Optional.ofNullable((RequestSlot) request.getAttribute(NAME));
    }

    /** The memory that the request shares with others. */
    public MemoryBudget.Share memory() {
        return memory;
    }

    boolean isRecognised() {
        return recognised;
    }

    /** @throws Busy if all turns of users are taken for too long, or there is no room for what is asked */
    void recognised(String user) {
        if (recognised) {
            return;
        }
        if (turns != pools.users() || !whose.equals(user)) {
            change(pools.users(), user, USERS_TAKEN);
        }
        recognised = true;
        credentials.ifPresent(shown -> pools.familiar().remember(shown, user));
        memory.take((long) BYTES_OF_A_CHARACTER * query);
    }

    /** A form of an admission's request. */
    interface Form<T> {
        T read() throws IOException;
    }

    /**
     * What is read from a form. A stranger gives back his turn while his form is awaited, however slowly it comes.
     *
     * @throws Busy if too many strangers are awaited already, or there is no turn for him afterwards
     */
    <T> T receive(Form<T> form) throws IOException {
        if (turns == pools.users()) {
            return form.read();
        }
        RequestLimiter own = turns;
        String network = whose;
        change(pools.strangers().bodies(), network, "too many bodies of strangers are awaited");
        T read = form.read();
        change(own, network, STRANGERS_TAKEN);
        return read;
    }

    private void change(RequestLimiter other, String who, String otherwise) {
        // Given back before the other is asked for: two requests may each hold what the other waits for.
        end();
        if (!other.begin(who)) {
            throw new Busy(otherwise);
        }
        turns = other;
        whose = who;
    }

    private void end() {
        if (turns != null) {
            turns.end(whose);
            turns = null;
        }
    }

    @Override
    public void close() {
        end();
        memory.close();
    }
}
