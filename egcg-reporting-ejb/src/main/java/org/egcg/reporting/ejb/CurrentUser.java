package org.egcg.reporting.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;

/**
 * For whom this thread works: the user whom the application has let in, or, if it has let in none, the caller whom the
 * server itself knows. An application that logs its users in itself encloses each request in {@link #begin} and
 * {@link #end} and says in between who it {@link #is}; one that leaves that to the server says nothing.
 */
@ApplicationScoped
public class CurrentUser {

    private static final ThreadLocal<Optional<User>> KNOWN = new ThreadLocal<>();
    private static final User NOBODY = new User("", "service", Role.VIEWER, false, 0, Source.LOCAL, false);

    @Inject
    private ServerCaller caller;

    /** A request begins, and it is not known yet whose it is. */
    public void begin() {
        KNOWN.set(Optional.empty());
    }

    /** The request is over. */
    public void end() {
        KNOWN.remove();
    }

    /**
     * Notes whose request this is.
     *
     * @throws IllegalStateException if none has begun: the thread would keep the user for the next one
     */
    public void is(User user) {
        if (KNOWN.get() == null) {
            throw new IllegalStateException("no request has begun on this thread");
        }
        KNOWN.set(Optional.of(user));
    }

    /** The user whom the application has let in. */
    public Optional<User> user() {
        return Optional.ofNullable(KNOWN.get()).flatMap(user -> user);
    }

    /** The name of the user, or of the server's caller. */
    public String name() {
        return user().map(User::name).orElseGet(() -> caller.name());
    }

    /**
     * Says nothing if the current user has a role.
     *
     * @throws Forbidden if not
     */
    public void require(Role needed) {
        user().ifPresentOrElse(user -> user.require(needed), () -> caller.require(needed));
    }

    /** Works for a user: what a program does by itself, or on a thread of its own. */
    public <T> T as(User user, Supplier<T> work) {
        Optional<User> before = KNOWN.get();
        KNOWN.set(Optional.of(user));
        try {
            return work.get();
        } finally {
            if (before == null) {
                KNOWN.remove();
            } else {
                KNOWN.set(before);
            }
        }
    }

    /** Works as a viewer without a name would: what is read for no user, or for all of them. */
    public <T> T asViewer(Supplier<T> work) {
        return as(NOBODY, work);
    }

    /** The same work for the present user, to be done on another thread. */
    public <T> Supplier<T> carried(Supplier<T> work) {
        return user().<Supplier<T>>map(user -> () -> as(user, work)).orElse(work);
    }
}
