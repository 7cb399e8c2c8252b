package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** An answer whose bytes have to be taken in time. Pages, whose texts are of some hundred KB, fit into buffers. */
final class TimedAnswer extends HttpServletResponseWrapper {

    private ServletOutputStream out;

    TimedAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new TimedOutput(super.getOutputStream());
        }
        return out;
    }
}
