package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.egcg.reporting.config.ReportingConfig.Limits;
import org.egcg.reporting.json.JsonLimits;
import org.egcg.reporting.web.operation.RequestSlot;
import org.egcg.reporting.web.route.ApiRoute;

/**
 * How much a body may hold, by where it goes: lists of documents have what is configured, one document what a document
 * may have, an order or a question little.
 *
 * @param bytes how long it may be
 * @param json what JSON may hold; its memory is the request's share
 */
record BodyLimits(int bytes, JsonLimits json) {

    private static final int ONE_DOCUMENT = 16 * 1024 * 1024;
    private static final int ONE_ORDER = 1024 * 1024;
    private static final int VALUES_OF_AN_ORDER = 20_000;

    /** Bytes are there in pieces, and once more when all have come. */
    private static final int COPIES = 2;

    static BodyLimits of(HttpServletRequest request) {
        Limits limits = ApiRequest.limitsOf(request);
        LongConsumer memory = RequestSlot.of(request)
                .<LongConsumer>map(admission -> admission.memory()::take)
                .orElse(bytes -> {});
        ApiRoute route = ApiRequest.routeOf(request).orElse(new ApiRoute.Home());
        int bytes = Math.min(limits.body(), bytes(route));
        int values = isOrder(route) ? Math.min(limits.values(), VALUES_OF_AN_ORDER) : limits.values();
        return new BodyLimits(bytes, new JsonLimits(limits.depth(), values, memory));
    }

    private static int bytes(ApiRoute route) {
        if (isOrder(route)) {
            return ONE_ORDER;
        }
        return route instanceof ApiRoute.Item ? ONE_DOCUMENT : Integer.MAX_VALUE;
    }

    private static boolean isOrder(ApiRoute route) {
        return !(route instanceof ApiRoute.Item)
                && !(route instanceof ApiRoute.Documents documents
                        && !documents.schema().resource().equals("actions"));
    }

    /** The same bytes, each told of before it is kept. */
    InputStream metered(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                json.memory().accept((long) COPIES * Math.max(0, read));
                return read;
            }
        };
    }
}
