package org.egcg.reporting.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * Which passwords may be chosen: 8 to 256 characters of any kind, and not among those that an attacker would try first,
 * such as common ones, names of the user, the laboratory and its trade, with a year or a sign behind them. Passwords in
 * use are never looked at again. Thread-safe.
 */
final class PasswordPolicy {

    static final int SHORTEST = 8;
    static final int LONGEST = 256;

    /** Common passwords and names, words of the house, keyboard walks, repetitions, dates: all need fewer. */
    private static final double FEWEST_GUESSES = 3e7;

    /** The time that measuring takes grows faster than the length; so many characters say enough. */
    private static final int MEASURED = 40;

    /** So many letters there must be besides words of the house, or they are all that there is to guess. */
    private static final int FEWEST_OTHERS = 4;

    private static final String LEET = "43@1!0$57+|8";
    private static final String PLAIN = "aeaiiosstllb";
    private static final long PATIENCE_SECONDS = 10;
    private static final List<String> TRADE = List.of(
            "egcg",
            "edinburgh",
            "genomics",
            "genomic",
            "genome",
            "clinical",
            "reporting",
            "report",
            "sequencing",
            "sequencer",
            "sequence",
            "illumina",
            "clarity",
            "lims",
            "laboratory",
            "lab",
            "facility",
            "sample",
            "project",
            "scotland",
            "university",
            "institute",
            "password",
            "passwort",
            "welcome",
            "login",
            "admin");

    /** Its dictionaries take 12 MB: they go with the thread, soon after a password was chosen. */
    private static final ThreadLocal<Zxcvbn> GUESSING = ThreadLocal.withInitial(Zxcvbn::new);

    private static final ThreadPoolExecutor MEASURING = measuring();

    private final Set<String> houseWords;

    /** @param houseWords texts whose words are tried first, such as the laboratory's name */
    PasswordPolicy(List<String> houseWords) {
        this.houseWords = new LinkedHashSet<>(TRADE);
        houseWords.forEach(text -> this.houseWords.addAll(words(text)));
    }

    private static ThreadPoolExecutor measuring() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(8), work -> {
                    Thread thread = new Thread(work, "measures passwords");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1)
                .toList();
    }

    /**
     * Says nothing if the user may choose the password.
     *
     * @throws Malformed if he may not
     */
    void check(String user, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Malformed("a password has between " + SHORTEST + " and " + LONGEST + " characters");
        }
        if (password.equalsIgnoreCase(user)) {
            throw new Malformed("a password must not be the user's name");
        }
        Set<String> near = near(user);
        String measured = password.substring(0, Math.min(MEASURED, password.length()));
        if (isOfTheHouse(password, near) || inTime(measured, List.copyOf(near)) < FEWEST_GUESSES) {
            throw new Malformed("this password is guessed too quickly; add a word or two");
        }
    }

    private Set<String> near(String user) {
        Set<String> near = new LinkedHashSet<>();
        near.add(user.toLowerCase(Locale.ROOT));
        near.addAll(words(user));
        near.addAll(houseWords);
        return near;
    }

    /** Whether a password is words of the house with a year, digits and signs around, however they are spelt. */
    private static boolean isOfTheHouse(String password, Set<String> near) {
        String small = password.toLowerCase(Locale.ROOT);
        StringBuilder spelt = new StringBuilder();
        for (int index = 0; index < small.length(); index++) {
            char character = small.charAt(index);
            int leet = LEET.indexOf(character);
            spelt.append(leet < 0 ? character : PLAIN.charAt(leet));
        }
        return others(small, near) < FEWEST_OTHERS || others(spelt.toString(), near) < FEWEST_OTHERS;
    }

    /** How many letters are left without the words; all characters count if none of the words is there. */
    private static long others(String text, Set<String> near) {
        String rest = text;
        for (String word : near.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = rest.replace(word, " ");
        }
        return rest.equals(text)
                ? Long.MAX_VALUE
                : rest.codePoints().filter(Character::isLetter).count();
    }

    private static double inTime(String measured, List<String> near) {
        try {
            Future<Double> guesses = MEASURING.submit(
                    () -> GUESSING.get().measure(measured, near).getGuesses());
            return guesses.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy(stopping);
        } catch (TimeoutException | RejectedExecutionException | ExecutionException late) {
            throw busy(late);
        }
    }

    private static Unavailable busy(Exception why) {
        return new Unavailable("users", "the password could not be judged in time", why);
    }
}
