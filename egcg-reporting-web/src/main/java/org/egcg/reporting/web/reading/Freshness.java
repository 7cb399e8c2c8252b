package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.security.User;

/**
 * How old what was read may be. Nothing is shown as it was before the same user wrote something. What others have written
 * is shown at once where that can be read in a moment; where not, and for what no mark tells of, such as the LIMS, nothing
 * older than half a minute is shown without saying that it is being updated.
 */
@ApplicationScoped
public class Freshness {

    /** Rows younger than this are as good as new ones: a person clicks no faster. */
    static final Duration MOMENT = Duration.ofMillis(1500);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** So that what is read now is not too old before it has been looked at. */
    private static final Duration UNCHANGED = Duration.ofSeconds(20);

    private final ChangeMarks marks;
    private final Supplier<String> user;
    private volatile Instant changed = Instant.MIN;

    /** For the container's proxy. */
    Freshness() {
        marks = null;
        user = () -> "";
    }

    @Inject
    Freshness(Reporting reporting, CurrentUser current) {
        this(reporting.changes(), () -> current.user().map(User::name).orElse(""));
    }

    /** @param user whose request is answered; empty text for none's */
    Freshness(ChangeMarks marks, Supplier<String> user) {
        this.marks = marks;
        this.user = user;
    }

    /** A user has changed something on a page and expects to see it. */
    void changed() {
        changed = Instant.now();
    }

    /** Whether what was read then may be shown to the current user: he has written nothing since. */
    boolean isUsable(Instant asOf) {
        return asOf.isAfter(changed) && asOf.isAfter(marks.latestBy(user.get()));
    }

    /**
     * Whether what was read then is as good as what could be read now.
     *
     * @param moment for how long anything is
     */
    boolean isFresh(Instant asOf, Duration moment) {
        return isFresh(asOf, asOf, moment);
    }

    /** @param oldest when that was read of which no mark tells */
    boolean isFresh(Instant asOf, Instant oldest, Duration moment) {
        return isUsable(asOf) && (asOf.isAfter(Instant.now().minus(moment)) || (isUnchanged(asOf) && isRecent(oldest)));
    }

    /** Whether what no mark tells of may be taken for unchanged since then. */
    static boolean isRecent(Instant read) {
        return read.isAfter(Instant.now().minus(UNCHANGED));
    }

    private boolean isUnchanged(Instant asOf) {
        return asOf.isAfter(marks.latest());
    }

    /** Whether a page that shows what was read then has to say that it is being updated. */
    public boolean isOld(Instant asOf) {
        return isOld(asOf, asOf);
    }

    /** @param oldest when that was read of which no mark tells */
    public boolean isOld(Instant asOf, Instant oldest) {
        Instant now = Instant.now();
        return oldest.isBefore(now.minus(LONGEST)) || (asOf.isBefore(now.minus(MOMENT)) && !isUnchanged(asOf));
    }
}
