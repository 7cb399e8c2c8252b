package org.egcg.reporting.lims.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.egcg.reporting.lims.TestLims;
import org.junit.jupiter.api.Test;

final class LimsSessionTest {

    @Test
    void aQuestionIsOneReadOnlyTransactionThatSeesOneState() {
        TestLims lims = TestLims.withTables().run("INSERT INTO project VALUES (1, 'PA', NULL, NULL, NULL)");
        try (LimsDatabase database = new LimsDatabase(lims.connection())) {
            database.read(session -> {
                assertThat(setting(session, "transaction_read_only")).isEqualTo("on");
                assertThat(setting(session, "transaction_isolation")).isEqualTo("repeatable read");
                assertThat(setting(session, "statement_timeout")).isEqualTo("2min");
                assertThat(projects(session)).isEqualTo(1);
                lims.run("INSERT INTO project VALUES (2, 'PB', NULL, NULL, NULL)");
                assertThat(projects(session)).isEqualTo(1);
                return null;
            });
            assertThat(database.<Long>read(LimsSessionTest::projects)).isEqualTo(2);
        }
    }

    private static String setting(LimsSession session, String name) {
        return session.rows(
                        String.class, "SELECT FUNCTION('current_setting', :name) FROM Project p", Map.of("name", name))
                .get(0);
    }

    private static long projects(LimsSession session) {
        return session.rows(Long.class, "SELECT COUNT(p) FROM Project p", Map.of())
                .get(0);
    }
}
