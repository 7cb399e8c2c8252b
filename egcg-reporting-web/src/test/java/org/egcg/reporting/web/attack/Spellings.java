package org.egcg.reporting.web.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways to write an address that somebody might judge as another one, and the ways to ask for it. */
final class Spellings {

    /** Of somebody who tries to be taken for another host. */
    static final String HOST = "evil.example";

    /** Failed logins of these requests are counted for this address and nobody else's. */
    private static final String CLIENT = "X-Forwarded-For: 203.0.113.77\r\n";

    private static final List<String> BEFORE = List.of(
            "/assets/..",
            "/assets/%2e%2e",
            "/assets/.%2E",
            "/assets/%252e%252e",
            "/assets/..;",
            "/assets/..;a=b",
            "/assets/%2e%2e;",
            "/assets;/..",
            "/assets/app.css/../..",
            "/assets/app.css;/../..",
            "/assets/..%2f",
            "/assets/..%5c",
            "/assets\\..",
            "/assets/%c0%ae%c0%ae",
            "/assets/%e0%80%ae%e0%80%ae",
            "/assets/%uff0e%uff0e",
            "/assets/.%00./..",
            "/assets/./..",
            "/status/..",
            "/status/live/../..",
            "/logo/..",
            "/login/..",
            "/login/..;",
            "/health/..",
            "/jakarta.faces.resource/..",
            "/api/0.1/../..",
            "/api/..%2f",
            "/x/..",
            "/%2e",
            "/.",
            "/;",
            "/;x=y",
            "/",
            "//",
            "/%2f",
            "/favicon.ico/..");

    private static final List<String> BEHIND = List.of(
            ";",
            ";jsessionid=x",
            ";.css",
            "%3b",
            "%3B.css",
            "/",
            "//",
            "/.",
            "/..",
            "/%2e",
            ".",
            "..",
            "%20",
            "+",
            "%00",
            "%00.css",
            "%09",
            "%0a",
            "%0d%0aX:y",
            ".xhtml",
            ".css",
            ".json",
            "?",
            "?.css",
            "?a=/assets/app.css",
            "#",
            "%23",
            "%3f",
            "/;/",
            "/x.css",
            "\\",
            "%5c",
            "%2f",
            "%2F..",
            "/assets/app.css",
            "~",
            "%ff",
            "%",
            "*");

    /** Header lines by which servers and proxies have been talked into serving another address. */
    private static final List<String> HEADERS = List.of(
            "X-Original-URL: %s",
            "X-Rewrite-URL: %s",
            "X-Forwarded-Uri: %s",
            "X-Forwarded-Path: %s",
            "X-Forwarded-Prefix: %s",
            "Forwarded: for=127.0.0.1;host=localhost",
            "X-Forwarded-Host: localhost",
            "X-HTTP-Method-Override: GET",
            "X-HTTP-Method: GET",
            "X-Method-Override: GET",
            "Remote-User: demo",
            "X-Remote-User: demo",
            "X-Forwarded-User: demo",
            "X-Authenticated-User: demo",
            "REMOTE_USER: demo",
            "X-Forwarded-Proto: https",
            "Range: bytes=0-",
            "Authorization: Token x",
            "Authorization: Bearer x",
            "Cookie: JSESSIONID=x; egcg=x",
            "X-CSRF-Token: x",
            "Sec-Fetch-Site: same-origin",
            "Accept: application/json",
            "Upgrade: h2c",
            "Expect: x",
            "If-None-Match: *");

    private Spellings() {}

    /** Requests for an address and for whatever might be taken for it. */
    static List<String> requests(String path) {
        List<String> requests = new ArrayList<>();
        for (String target : targets(path)) {
            requests.add(request("GET", target, ""));
            requests.add(request("POST", target, "Content-Length: 0\r\n"));
        }
        for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "GETX")) {
            requests.add(request(method, path, "Content-Length: 0\r\n"));
        }
        for (String header : HEADERS) {
            String line = header.formatted(path) + "\r\n";
            requests.add(request("GET", path, line));
            requests.add(request("GET", header.contains("%s") ? "/assets/app.css" : path + "/", line));
            requests.add(request("POST", header.contains("%s") ? "/login" : path, line + "Content-Length: 0\r\n"));
        }
        requests.add("GET " + path + " HTTP/1.0\r\nHost: " + HOST + "\r\n" + CLIENT + "\r\n");
        requests.add("GET " + path + " HTTP/1.0\r\n" + CLIENT + "\r\n");
        return requests;
    }

    private static Set<String> targets(String path) {
        Set<String> targets = new LinkedHashSet<>(List.of(
                path,
                path.toUpperCase(Locale.ROOT),
                path.substring(0, 1)
                        + path.substring(1, Math.min(2, path.length())).toUpperCase(Locale.ROOT)
                        + path.substring(Math.min(2, path.length())),
                encoded(path, "%%%02X"),
                encoded(path, "%%%02x"),
                encoded(path, "%%25%02x"),
                path.replace("/", "%2f"),
                path.replace("/", "//"),
                path.replace("/", "/./"),
                path.replace("/", "\\"),
                path.replace("/", "/;x/"),
                path.replace("/", "/%EF%BC%8F"),
                "http://" + HOST + path,
                "https://localhost" + path,
                "http://localhost" + path.replace("/", "/../assets/../"),
                "//localhost" + path,
                path.substring(1),
                path + path));
        BEFORE.forEach(before -> targets.add(before + path));
        BEHIND.forEach(behind -> targets.add(path + behind));
        return targets;
    }

    /** Every letter but the slashes encoded. */
    private static String encoded(String path, String format) {
        StringBuilder text = new StringBuilder();
        for (byte letter : path.getBytes(StandardCharsets.UTF_8)) {
            text.append(letter == '/' ? "/" : format.formatted(letter));
        }
        return text.toString();
    }

    /** A request as it goes over the wire. */
    static String request(String method, String target, String lines) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + HOST + "\r\n" + CLIENT + lines + "\r\n";
    }
}
