package org.egcg.reporting.trail;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where writes of the present thread come from. A program that says nothing writes as {@link #PROGRAM}. Texts are empty
 * where there is nothing to say.
 *
 * @param by name of the user
 * @param token name of the token that stood for the user
 * @param via {@code api}, {@code page}, {@code command}, {@code migration} or {@code program}
 * @param address of the client
 * @param request its id, which log lines carry
 * @param action what was ordered, such as {@code manual_review}
 * @param work the same for all writes of one action, and for no others
 * @param why a comment
 */
public record Origin(
        String by, String token, String via, String address, String request, String action, String work, String why) {

    /** A program that embeds the library. */
    public static final Origin PROGRAM = new Origin("", "", "program", "", "", "", "", "");

    private static final ThreadLocal<Origin> CURRENT = new ThreadLocal<>();

    /** Of a request that has come in and is not known yet whose it is. */
    public static Origin request(String address, String id) {
        return new Origin("", "", "", address, id, "", "", "");
    }

    /** Of a command that a user of this machine gives. */
    public static Origin command(String by, String via) {
        return new Origin(by, "", via, "", "", "", "", "");
    }

    /** The same, and the user is known. */
    public Origin by(String user, String nameOfToken, String door) {
        return new Origin(user, nameOfToken, door, address, request, action, work, why);
    }

    /** The same at one action. */
    public Origin at(String action, String work, String why) {
        return new Origin(by, token, via, address, request, action, work, why);
    }

    /** Of this thread. */
    public static Origin current() {
        Origin current = CURRENT.get();
        return current == null ? PROGRAM : current;
    }

    /** Knows more of this thread's origin now; nothing where none is bound. */
    public static void learn(UnaryOperator<Origin> more) {
        Origin current = CURRENT.get();
        if (current != null) {
            CURRENT.set(more.apply(current));
        }
    }

    /** Binds it to this thread until what is answered is closed. */
    public Bound bind() {
        Origin before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Works with this origin. */
    public <T> T during(Supplier<T> work) {
        Bound bound = bind();
        try {
            return work.get();
        } finally {
            bound.close();
        }
    }

    /** A time in which an origin is bound to a thread. */
    public interface Bound extends AutoCloseable {
        @Override
        void close();
    }
}
