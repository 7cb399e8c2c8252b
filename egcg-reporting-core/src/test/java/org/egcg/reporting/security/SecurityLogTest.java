package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.security.internal.SecurityLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityLogTest {

    private final List<String> lines = new ArrayList<>();
    private final Logger log = Logger.getLogger(SecurityLog.NAME);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord written) {
            lines.add(written.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(handler);
    }

    @Test
    void nobodyWritesALineOfHisOwn() {
        SecurityLog.note("login refused", "user", "x\n{\"event\": \"login\"}\u001b[2J{0}", "address", "here");
        assertThat(lines).singleElement().satisfies(line -> assertThat(line).doesNotContain("\n", "\u001b"));
        BsonDocument line = JsonReader.read(lines.get(0)).asDocument();
        assertThat(line.getString("event").getValue()).isEqualTo("login refused");
        assertThat(line.getString("user").getValue()).startsWith("x\n{\"event\"");
    }

    @Test
    void aValueIsCut() {
        SecurityLog.warn("login refused", "user", "x".repeat(5_000));
        assertThat(lines.get(0)).hasSizeLessThan(300);
    }
}
