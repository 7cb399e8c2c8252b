package org.egcg.reporting.web.service;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes requests that nobody meant out of ones that somebody did. The same seed makes the same ones. */
final class Mutations {

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "get",
            "X",
            "LOCK",
            "MERGE");
    private static final List<String> SEGMENTS = List.of(
            "..",
            ".",
            "%2e%2e",
            "%2f",
            "%00",
            "%zz",
            "%",
            "%c0%af",
            "%E2%82",
            ";a=b",
            "//",
            "é",
            "🙂",
            "'",
            "\\",
            "%5c",
            "~",
            "aggregate",
            "lims",
            "actions",
            "explain",
            "runs",
            "aaaaaaaaaaaaaaaaaaaaaaaa",
            "null",
            "WEB-INF/web.xml");
    private static final List<String> NAMES = List.of(
            "where",
            "sort",
            "projection",
            "embedded",
            "page",
            "max_results",
            "match",
            "aggregate",
            "pretty",
            "version",
            "export",
            "redirect",
            "csrf",
            "$where",
            "",
            "_",
            "where[]",
            "start_date",
            "end_date");
    private static final List<String> VALUES = List.of(
            "{",
            "[]",
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "9223372036854775808",
            "NaN",
            "%00",
            "%zz",
            "%ff%fe",
            "''",
            "{\"$where\":\"sleep(1)\"}",
            "{\"run_id\":{\"$regex\":\"(a+)+$\"}}",
            "{\"run_id\":{\"$regex\":\"(\"}}",
            "{\"$or\":[]}",
            "{\"$or\":[{}]}",
            "{\"$and\":{}}",
            "{\"_id\":{\"$in\":[null]}}",
            "{\"_id\":\"x\"}",
            "{\"$expr\":{\"$function\":{}}}",
            "{\"a\":{\"$type\":999}}",
            "{\"a\":{\"$size\":-1}}",
            "{\"a.b..c\":1}",
            "{\"a\":{\"$elemMatch\":{\"$gt\":{}}}}",
            "{\"\":1}",
            "{\"a\":{\"$not\":{\"$not\":1}}}",
            "{\"a\":{\"$mod\":[0,0]}}",
            "{\"_created\":{\"$gt\":\"99_99_9999_99:99:99\"}}",
            "[(\"run_id\",1)]",
            "-run_id,,",
            "[(\"\",-1)]",
            "run_id==\"x\"",
            "run_id in [1,2",
            "a==1 and (b==2",
            "ObjectId('x')",
            "datetime('x')",
            "__import__('os')",
            "{\"aggregated.x\":{\"$gt\":1e308}}",
            "{\"a\":1,\"a\":{\"b\":1}}",
            "{\"run_elements\":1}",
            "{\"x\":0,\"y\":1}");
    private static final List<String> HEADERS = List.of(
            "Content-Type: text/plain",
            "Content-Type: ",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: /",
            "Content-Type: multipart/form-data; boundary=\"a",
            "Content-Type: application/x-www-form-urlencoded",
            "Authorization: Basic",
            "Authorization: Basic %%%",
            "Authorization: Token x",
            "Authorization: Bearer a.b.c",
            "Authorization: Basic AP8=",
            "Authorization: ",
            "If-Match: ",
            "If-Match: *",
            "If-Match: \"",
            "If-Match: W/\"x\"",
            "If-None-Match: *",
            "If-Modified-Since: never",
            "X-HTTP-Method-Override: PATCH",
            "X-HTTP-Method-Override: ",
            "X-HTTP-Method-Override: DELETE",
            "X-HTTP-Method-Override: \u00e9",
            "Idempotency-Key: 1",
            "Idempotency-Key: ",
            "Accept: text/html",
            "Accept: ;;;",
            "Accept: application/xml",
            "Accept-Encoding: gzip",
            "Accept-Language: *;q=x",
            "Content-Encoding: gzip",
            "Range: bytes=0-1",
            "Range: x",
            "Expect: 100-continue",
            "Origin: null",
            "Cookie: =;;=",
            "Origin: http://evil.example",
            "Cookie: JSESSIONID=x",
            "X-Forwarded-For: x",
            "X-Request-Id: \t",
            "Upgrade: h2c",
            "Transfer-Encoding: identity",
            "Content-Type: application/json",
            "Referer: javascript:1",
            "TE: trailers",
            "Access-Control-Request-Method: X",
            "X-CSRF-Token: x",
            "Faces-Request: partial/ajax");
    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "-0",
            "1e999",
            "123456789012345678901234567890",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[]]",
            "{\"$set\":{}}",
            "{\"$oid\":\"x\"}",
            "{\"$date\":\"x\"}",
            "\"aaaaaaaaaaaaaaaaaaaaaaaa\"",
            "NaN",
            "-Infinity",
            "\"01_01_2020_00:00:00\"",
            "\"99_99_0000_99:99:99\"",
            "1.5",
            "\"=cmd()\"",
            "\"<script>\"",
            "[null]",
            "0x10",
            "'x'");

    private final Random random;
    private final List<Function<RawRequest, RawRequest>> kinds = List.of(
            this::method,
            this::path,
            this::query,
            this::query,
            this::header,
            this::header,
            this::json,
            this::json,
            this::bytes,
            this::size,
            this::depth,
            this::encoding);

    Mutations(Random random) {
        this.random = random;
    }

    /** A request changed in one to three ways. */
    RawRequest of(RawRequest request) {
        RawRequest changed = request;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            changed = any(kinds).apply(changed);
        }
        return changed;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private RawRequest method(RawRequest request) {
        return request.method(any(METHODS));
    }

    private RawRequest path(RawRequest request) {
        String[] parts = request.target().split("\\?", 2);
        String rest = parts.length > 1 ? "?" + parts[1] : "";
        String segment = random.nextInt(20) == 0 ? "x".repeat(1 + random.nextInt(9000)) : any(SEGMENTS);
        int slash = parts[0].lastIndexOf('/');
        return request.target(
                (random.nextBoolean() ? parts[0] + "/" : parts[0].substring(0, slash + 1)) + segment + rest);
    }

    private RawRequest query(RawRequest request) {
        String name = any(NAMES);
        String value = random.nextInt(30) == 0 ? nested("{\"a\":", "1", "}") : any(VALUES);
        String sent = random.nextBoolean() ? escaped(value) : value.replace(" ", "+");
        String[] parts = request.target().split("\\?", 2);
        boolean keep = parts.length > 1 && random.nextBoolean();
        return request.target(parts[0] + "?" + (keep ? parts[1] + "&" : "") + name + "=" + sent);
    }

    private static String escaped(String value) {
        return value.startsWith("%") ? value : java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String nested(String open, String core, String close) {
        int depth = 1 + random.nextInt(random.nextInt(10) == 0 ? 5000 : 120);
        return open.repeat(depth) + core + close.repeat(depth);
    }

    private RawRequest header(RawRequest request) {
        return request.with(random.nextInt(40) == 0 ? "X-Long: " + "y".repeat(random.nextInt(20_000)) : any(HEADERS));
    }

    /** Puts a literal in the place of something, or a key before something. */
    private RawRequest json(RawRequest request) {
        return text(request, body -> {
            int at = body.indexOf(':', body.isEmpty() ? 0 : random.nextInt(body.length()));
            if (at < 0) {
                return any(LITERALS);
            }
            int end = at + 1;
            while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
                end++;
            }
            String key = random.nextInt(4) == 0 ? ", \"" + any(SEGMENTS) + "$.x\": 1" : "";
            return body.substring(0, at + 1) + any(LITERALS) + key + body.substring(end);
        });
    }

    private RawRequest text(RawRequest request, UnaryOperator<String> change) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return request.body(change.apply(body).getBytes(StandardCharsets.UTF_8));
    }

    private RawRequest bytes(RawRequest request) {
        byte[] body = request.body().length == 0
                ? new byte[1 + random.nextInt(50)]
                : request.body().clone();
        for (int times = random.nextInt(8); times >= 0; times--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return request.body(random.nextBoolean() ? body : Arrays.copyOf(body, random.nextInt(body.length + 1)));
    }

    private RawRequest size(RawRequest request) {
        int length = random.nextInt(random.nextInt(50) == 0 ? 300_000 : 3_000);
        return random.nextBoolean()
                ? text(request, body -> body.replaceFirst("\"[^\"]*\"", "\"" + "z".repeat(length) + "\""))
                : text(request, body -> "[" + (body + ",").repeat(Math.min(200, 1 + length / 20)) + body + "]");
    }

    private RawRequest depth(RawRequest request) {
        String deep = random.nextBoolean() ? nested("[", "1", "]") : nested("{\"a\":", "1", "}");
        return text(request, body -> random.nextBoolean() ? deep : body.replaceFirst(":[^,}]*", ":" + deep));
    }

    private RawRequest encoding(RawRequest request) {
        Charset charset = any(List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE));
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return request.body((random.nextBoolean() ? "\ufeff" + body : body + "é").getBytes(charset));
    }
}
