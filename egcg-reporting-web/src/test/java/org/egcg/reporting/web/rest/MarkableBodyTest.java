package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkableBodyTest {

    @Test
    void whoLooksIntoABodyTakesNothingOfIt() throws IOException {
        MarkableBody body = new MarkableBody(new Late("action_type=x"));
        body.mark(1);
        assertThat(body.read()).isEqualTo('a');
        body.reset();
        assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("action_type=x");
        assertThat(body.isFinished()).isTrue();
    }

    @Test
    void anEmptyBodyIsSeenToBeEmpty() throws IOException {
        MarkableBody body = new MarkableBody(new Late(""));
        body.mark(1);
        assertThat(body.read()).isNegative();
        body.reset();
        assertThat(body.readAllBytes()).isEmpty();
    }

    /** A body of which nothing seems to be there until it is read. */
    private static final class Late extends ServletInputStream {
        private final InputStream source;

        Late(String text) {
            source = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public int read() throws IOException {
            return source.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return source.read(bytes, offset, length);
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read at once");
        }
    }
}
