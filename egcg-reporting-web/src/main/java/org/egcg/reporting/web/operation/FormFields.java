package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;

/** The parameters of a page: those of the address, and behind them the fields of a form that was posted. */
final class FormFields {

    /** Of one form, which is read whole. */
    static final int MOST_BYTES = 1024 * 1024;

    static final int MOST_FIELDS = 1000;

    /** A form is there as bytes, as a text, and as the texts of its fields. */
    private static final int COPIES = 4;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final MemoryBudget.Share memory;

    FormFields(MemoryBudget.Share memory) {
        this.memory = memory;
    }

    static boolean isForm(HttpServletRequest request) {
        String type = Objects.toString(request.getContentType(), "").split(";", 2)[0];
        return request.getMethod().equals("POST")
                && type.strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /**
     * All parameters of a request. The server is not asked for those of the address: it would read the form, too.
     *
     * @param query what stands behind the {@code ?}; may be null
     */
    Map<String, String[]> of(String query, InputStream form) throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        add(all, Objects.toString(query, ""));
        add(all, text(form));
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    private static void add(Map<String, List<String>> all, String text) {
        int number = 0;
        for (StringTokenizer fields = new StringTokenizer(text, "&"); fields.hasMoreTokens(); number++) {
            if (number == MOST_FIELDS) {
                throw new TooLarge("More than " + MOST_FIELDS + " fields were sent.");
            }
            String[] field = fields.nextToken().split("=", 2);
            all.computeIfAbsent(decoded(field[0]), name -> new ArrayList<>())
                    .add(field.length == 1 ? "" : decoded(field[1]));
        }
    }

    private String text(InputStream form) throws IOException {
        byte[] bytes = form.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge("The form has more than " + MOST_BYTES + " bytes.");
        }
        memory.take((long) COPIES * bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Malformed("a field of a form breaks off", broken);
        }
    }
}
