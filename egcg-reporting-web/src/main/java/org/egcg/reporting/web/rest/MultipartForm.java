package org.egcg.reporting.web.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.web.rest.Decoding.Pair;

/**
 * The fields of a form sent as {@code multipart/form-data} (RFC 7578). Servers read such forms only for servlets that
 * are declared to take them, which the API's is not on either server. Files count as texts.
 */
final class MultipartForm {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^\";,\\s]{1,70}))");
    private static final Pattern NAME =
            Pattern.compile("(?im)^content-disposition:[^\\r\\n]*?;\\s*name=(?:\"([^\"\\r\\n]*)\"|([^\\s;\\r\\n]+))");

    private final String content;
    private final String delimiter;

    /** @param contentType the whole header, which names the boundary */
    MultipartForm(byte[] bytes, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new Malformed("Content-Type: the form names no boundary");
        }
        this.content = "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1);
        this.delimiter = "\r\n--" + (boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
    }

    List<Pair> fields() {
        List<Pair> fields = new ArrayList<>();
        int start = content.indexOf(delimiter);
        while (start >= 0 && !content.startsWith("--", start + delimiter.length())) {
            int end = content.indexOf(delimiter, start + delimiter.length());
            if (end < 0) {
                throw new Malformed("body: the form breaks off");
            }
            if (fields.size() == Decoding.MOST) {
                throw new TooLarge("More than " + Decoding.MOST + " fields were sent.");
            }
            fields.add(field(content.substring(start + delimiter.length(), end)));
            start = end;
        }
        return fields;
    }

    private static Pair field(String part) {
        int body = part.indexOf("\r\n\r\n");
        Matcher name = NAME.matcher(part);
        if (body < 0 || !name.find() || name.start() > body) {
            throw new Malformed("body: a part of the form has no name");
        }
        String named = name.group(1) != null ? name.group(1) : name.group(2);
        return new Pair(utf8(named), utf8(part.substring(body + 4)));
    }

    private static String utf8(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Malformed("body: the form is not UTF-8", broken);
        }
    }
}
