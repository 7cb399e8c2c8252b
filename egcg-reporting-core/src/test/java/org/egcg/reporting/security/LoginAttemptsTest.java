package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many attempts at once. */
class LoginAttemptsTest {

    private static final String PASSWORD = "correct horse";

    private enum Answer {
        IN,
        WRONG,
        WAIT,
        NO_PLACE
    }

    private interface Attempt {
        String of(int number);
    }

    @TempDir
    Path directory;

    private final ExecutorService clients = Executors.newFixedThreadPool(200);
    private Users users;

    @BeforeEach
    void open() {
        users = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR);
        users.add("ann", PASSWORD, Role.EDITOR);
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
        users.close();
    }

    @Test
    void sixtyGuessesAtOnceAreNoMoreThanSixtyInARow() throws Exception {
        List<Answer> answers = atOnce(60, number -> "ann", number -> "guess " + number, number -> "192.0.2.1");
        assertThat(answers.stream().filter(Answer.WRONG::equals).count()).isBetween(1L, 20L);
        assertThat(answers).doesNotContain(Answer.IN);
    }

    @Test
    void theSameGuessSixtyTimesCountsSixtyTimes() throws Exception {
        List<Answer> answers = atOnce(60, number -> "ann", number -> "one guess", number -> "192.0.2.1");
        assertThat(answers.stream().filter(Answer.WRONG::equals).count()).isBetween(1L, 20L);
    }

    @Test
    void theRightPasswordAmongAThousandGuessesIsAnsweredAsTheyAreOnceTheyWait() throws Exception {
        atOnce(100, number -> "ann", number -> "guess " + number, number -> "192.0.2.1");
        drain("192.0.2.1");
        assertThat(one("ann", PASSWORD, "192.0.2.1")).isEqualTo(Answer.WAIT);
        assertThat(one("ann", "guess", "192.0.2.1")).isEqualTo(Answer.WAIT);
        assertThat(one("ann", PASSWORD, "192.0.2.2")).isEqualTo(Answer.IN);
    }

    /** Those that found no place were not counted: until the limit is really reached. */
    private void drain(String address) {
        for (int more = 0; more < 20; more++) {
            one("ann", "more " + more, address);
        }
    }

    @Test
    void aPipelineThatStartsWithManyRequestsAtOnceIsLetIn() throws Exception {
        List<Answer> answers = atOnce(150, number -> "ann", number -> PASSWORD, number -> "192.0.2.1");
        assertThat(answers).containsOnly(Answer.IN);
    }

    @Test
    void inventedNamesFromOneAddressKeepNobodyElseOut() throws Exception {
        one("ann", PASSWORD, "192.0.2.7");
        Future<List<Answer>> flood = Executors.newSingleThreadExecutor()
                .submit(() ->
                        atOnce(150, number -> "invented " + number, number -> "x", number -> "2001:db8::" + number));
        for (int time = 0; time < 5; time++) {
            long start = System.nanoTime();
            assertThat(one("ann", PASSWORD, "192.0.2.7")).isEqualTo(Answer.IN);
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
            assertThat(one("ann", PASSWORD, "203.0.113." + time)).isEqualTo(Answer.IN);
        }
        assertThat(flood.get()).contains(Answer.NO_PLACE).doesNotContain(Answer.IN);
    }

    private List<Answer> atOnce(int attempts, Attempt name, Attempt password, Attempt address) throws Exception {
        List<Callable<Answer>> tries = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            int number = attempt;
            tries.add(() -> one(name.of(number), password.of(number), address.of(number)));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : clients.invokeAll(tries)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private Answer one(String name, String password, String address) {
        try {
            users.authenticate(name, password, address);
            return Answer.IN;
        } catch (Unauthenticated wrong) {
            return Answer.WRONG;
        } catch (TooManyAttempts slow) {
            return slow.getMessage().equals("too many logins at once") ? Answer.NO_PLACE : Answer.WAIT;
        }
    }
}
