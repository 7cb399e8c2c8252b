package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** An answer that has to be taken in time, whether it is written as bytes or as text. */
final class TimedAnswer extends HttpServletResponseWrapper {

    private final ReadingPace delivery = new ReadingPace();
    private ServletOutputStream bytes;
    private PrintWriter text;

    TimedAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (bytes == null) {
            bytes = new TimedOutput(super.getOutputStream(), delivery);
        }
        return bytes;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (text == null) {
            text = new PrintWriter(new TimedWriter(super.getWriter(), delivery));
        }
        return text;
    }
}
