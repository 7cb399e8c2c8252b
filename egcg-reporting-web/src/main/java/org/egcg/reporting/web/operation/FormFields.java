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
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.TooLarge;
import org.egcg.reporting.work.MemoryBudget;

/** The parameters of a page: those of the address, and behind them the fields of a form that was posted. */
final class FormFields {

    /** Of one form, which is read whole. */
    static final int MOST_BYTES = 1024 * 1024;

    static final int MOST_FIELDS = 1000;

    /** A form is there as bytes, as a text, and as the texts of its fields. */
    private static final int COPIES = 4;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final MemoryBudget.Share memory;
    private final Map<String, String[]> address;

    /** @param address the parameters behind the {@code ?} */
    FormFields(MemoryBudget.Share memory, Map<String, String[]> address) {
        this.memory = memory;
        this.address = address;
    }

    static boolean isForm(HttpServletRequest request) {
        String type = Objects.toString(request.getContentType(), "").split(";", 2)[0];
        return request.getMethod().equals("POST")
                && type.strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /** All parameters of a request with this body. */
    Map<String, String[]> and(InputStream form) throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        address.forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
        for (StringTokenizer fields = new StringTokenizer(text(form), "&"); fields.hasMoreTokens(); ) {
            String[] field = fields.nextToken().split("=", 2);
            all.computeIfAbsent(decoded(field[0]), name -> new ArrayList<>())
                    .add(field.length == 1 ? "" : decoded(field[1]));
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    private String text(InputStream form) throws IOException {
        byte[] bytes = form.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge("The form has more than " + MOST_BYTES + " bytes.");
        }
        memory.take((long) COPIES * bytes.length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.chars().filter(letter -> letter == '&').count() >= MOST_FIELDS) {
            throw new TooLarge("The form has more than " + MOST_FIELDS + " fields.");
        }
        return text;
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Malformed("a field of a form breaks off", broken);
        }
    }
}
