package org.egcg.reporting.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.TooCostly;
import org.egcg.reporting.internal.pace.LongWork;

/**
 * What one request may cost: for how long the store may work for it, all its questions together, and for how long the
 * LIMS; how many documents it may be given; and how much memory is held for it. Bound to the thread of the request; where none is bound, as in
 * programs that embed the library, nothing is limited but each question by the store's own time. May be cancelled by any
 * thread, everything else is for that of the request.
 */
public final class RequestBudget {

    private static final String NOBODY_WAITS = "Nobody waits for the answer any more.";

    private static final ThreadLocal<RequestBudget> CURRENT = new ThreadLocal<>();

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<String, RequestBudget> AT_WORK = new ConcurrentHashMap<>();
    private static final RequestBudget NONE = new RequestBudget(Duration.ZERO, Long.MAX_VALUE, bytes -> {});

    private final String name = "reporting-request-" + NUMBERS.incrementAndGet();
    private final Duration time;
    private final long most;
    private final LongConsumer memory;
    private final LongWork work = new LongWork();
    private long spent;
    private long spentOnLims;
    private long documents;
    private volatile boolean cancelled;
    private volatile boolean stopped;

    /**
     * @param time for which the store may work; zero if there is no limit
     * @param most documents that it may give
     * @param memory takes bytes before they are used, gives them back where they are negative, and may refuse by an exception
     */
    public RequestBudget(Duration time, long most, LongConsumer memory) {
        this.time = time;
        this.most = most;
        this.memory = memory;
    }

    /** Of this thread's request; one without limits if it is at none. */
    public static RequestBudget current() {
        RequestBudget current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** Binds it to this thread until what is answered is closed. */
    public Binding bind() {
        RequestBudget before = CURRENT.get();
        CURRENT.set(this);
        AT_WORK.put(name, this);
        return () -> {
            AT_WORK.remove(name);
            work.close();
            restore(before);
        };
    }

    /** A time in which a budget is bound to a thread, or none is. */
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    /** Work that has to come to its end once it has begun, whatever it costs: until it is closed, nothing is limited. */
    public static Binding suspended() {
        RequestBudget before = CURRENT.get();
        CURRENT.set(NONE);
        return () -> restore(before);
    }

    private static void restore(RequestBudget before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** By which questions to the store tell whose they are, as their comment. */
    String name() {
        return name;
    }

    /**
     * The store has done a small part of what a question with this comment asks; waits if its request is at work for long,
     * beside others. The request and its question count as one, as they wait for each other. False if no request of this
     * process asks.
     */
    public static boolean worked(String comment) {
        RequestBudget asking = AT_WORK.get(comment);
        if (asking != null) {
            asking.work.step();
        }
        return asking != null;
    }

    /** Whether a question with this comment was asked for a request of this process that is of no use any more. */
    public static boolean isCancelled(String comment) {
        RequestBudget asking = AT_WORK.get(comment);
        return asking != null && asking.cancelled;
    }

    /** The request is of no use any more: the store is asked nothing further. */
    public void cancel() {
        cancelled = true;
    }

    /** The service ends: the store is asked nothing further, and who waits for the answer is told to come again. */
    public void stop() {
        stopped = true;
        cancelled = true;
    }

    /** What is told of a request that was cancelled. */
    ReportingException cancellation() {
        return stopped ? new Busy("the service is being stopped") : new TooCostly(NOBODY_WAITS);
    }

    /** Whether the store's time is limited. */
    boolean isLimited() {
        return !time.isZero();
    }

    /**
     * Milliseconds that are left for the next question, at least 1.
     *
     * @throws TooCostly if none are
     */
    long remainingMillis() {
        check();
        return Math.max(1, time.minusNanos(spent).toMillis());
    }

    private void check() {
        refuseIfCancelled();
        if (isLimited() && spent > time.toNanos()) {
            throw outOfTime();
        }
    }

    private void refuseIfCancelled() {
        if (cancelled) {
            throw cancellation();
        }
    }

    /** What is told of a question that took longer than is left. */
    TooCostly outOfTime() {
        return new TooCostly("The request keeps the store busy for more than the " + time.toSeconds()
                + " seconds that one may. Ask for less, or by a field that has an index.");
    }

    /** Asks the store; its time counts. */
    <T> T asking(Supplier<T> question) {
        if (!isLimited()) {
            return question.get();
        }
        check();
        long begun = System.nanoTime();
        try {
            return question.get();
        } finally {
            spent += System.nanoTime() - begun;
        }
    }

    /**
     * Asks the LIMS; its time counts, apart from that of the store.
     *
     * @param most how long it may work for one request
     * @param question is told how long it may take, at least a millisecond
     * @throws TooCostly if no time is left
     */
    public <T> T askingLims(Duration most, Function<Duration, T> question) {
        if (!isLimited()) {
            return question.apply(most);
        }
        refuseIfCancelled();
        if (hasSpent(most)) {
            throw outOfTimeOfLims(most);
        }
        long begun = System.nanoTime();
        try {
            return question.apply(most.minusNanos(spentOnLims));
        } finally {
            spentOnLims += System.nanoTime() - begun;
        }
    }

    /** Whether the LIMS has worked for this request as long as it may. */
    public boolean hasSpent(Duration most) {
        return isLimited() && most.minusNanos(spentOnLims).toMillis() < 1;
    }

    /** What is told of a request of which the LIMS had no time to answer all. */
    public static TooCostly outOfTimeOfLims(Duration most) {
        return new TooCostly("The request keeps the LIMS busy for more than the " + most.toSeconds()
                + " seconds that one may. Ask for less.");
    }

    /**
     * One more document was given. Whoever has been given documents for long waits from time to time, where others have too.
     *
     * @throws TooCostly if they are too many
     */
    void given() {
        if (isLimited()) {
            work.step();
        }
        if (++documents > most) {
            throw new TooCostly("The request reads more than the " + most + " documents that one may. Ask for less.");
        }
    }

    /** Takes bytes before they are used; negative ones are given back. May refuse by an exception. */
    public void hold(long bytes) {
        memory.accept(bytes);
    }
}
