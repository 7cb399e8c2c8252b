package org.egcg.reporting.web.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What is asked before the service is there: method and path of a request, of which nothing else is looked at. */
record RequestLine(String method, String path) {

    private static final int LONGEST = 8 * 1024;

    /** Reads up to the end of the first line, or what there is of it. */
    static RequestLine read(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n' && line.length() < LONGEST; letter = in.read()) {
            line.append((char) letter);
        }
        in.skip(in.available());
        return of(new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
    }

    private static RequestLine of(String line) {
        String[] words = line.strip().split(" ", 3);
        String address = words.length > 1 ? words[1] : "";
        int query = address.indexOf('?');
        return new RequestLine(words[0], query < 0 ? address : address.substring(0, query));
    }
}
