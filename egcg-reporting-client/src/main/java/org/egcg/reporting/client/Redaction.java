package org.egcg.reporting.client;

import java.net.URI;
import java.util.regex.Pattern;

/** Keeps secrets out of logs and messages: the values of passwords, tokens and the like become {@code ***}. */
final class Redaction {
    private static final String NAMES = "(?:[a-z0-9_]*(?:password|passwd|token|secret)|authorization)";
    private static final Pattern IN_JSON =
            Pattern.compile("(?i)(\"" + NAMES + "\"\\s*:\\s*)(?:\"(?:\\\\.|[^\"\\\\])*+\"?|[^\\s,}\\]]++)");
    private static final Pattern IN_FORM = Pattern.compile("(?i)((?:^|[?&( ])" + NAMES + "=)[^&\\s)]*");
    private static final Pattern IN_ENCODED_JSON =
            Pattern.compile("(?i)(%22" + NAMES + "%22%3A\\+?)(?:%22.*?(?:%22|$)|[^%&\\s]+)");

    private Redaction() {}

    static String text(String text) {
        String json = IN_JSON.matcher(text).replaceAll("$1\"***\"");
        String form = IN_FORM.matcher(json).replaceAll("$1***");
        return IN_ENCODED_JSON.matcher(form).replaceAll("$1***");
    }

    static String uri(URI uri) {
        return text(uri.toString());
    }
}
