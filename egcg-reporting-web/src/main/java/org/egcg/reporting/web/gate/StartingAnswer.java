package org.egcg.reporting.web.gate;

import java.nio.charset.StandardCharsets;

/** What is answered before the service is there, in the shape in which it answers later. */
final class StartingAnswer {

    private static final String LIVE = "{\"status\": \"UP\", \"checks\": []}";
    private static final String NOT_READY =
            "{\"status\": \"DOWN\", \"checks\": [{\"name\": \"open\", \"status\": \"DOWN\"}]}";
    private static final String STARTING =
            "{\"_status\": \"ERR\", \"_error\": {\"code\": 503, \"message\": \"The service is starting. Please try again in a"
                    + " moment.\"}}";

    private StartingAnswer() {}

    static byte[] to(RequestLine asked) {
        boolean live = asked.path().equals("/status/live");
        String body = live ? LIVE : asked.path().startsWith("/status/ready") ? NOT_READY : STARTING;
        String head = "HTTP/1.1 " + (live ? "200 OK" : "503 Service Unavailable\r\nRetry-After: 5")
                + "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff"
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (asked.method().equals("HEAD") ? head : head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
