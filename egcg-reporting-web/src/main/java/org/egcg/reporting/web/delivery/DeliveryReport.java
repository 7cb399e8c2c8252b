package org.egcg.reporting.web.delivery;

import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.review.Thresholds;

/**
 * A report in words: what stands in its head, and its tables.
 *
 * @param title of the whole
 */
public record DeliveryReport(String title, List<Named> head, List<DeliveryTable> tables) {

    /** A value with its name. */
    public record Named(String name, String value) {}

    /**
     * Of what is there now, and is not signed.
     *
     * @param limits which say what pages call metrics
     */
    public static DeliveryReport of(Delivery delivery, Thresholds limits) {
        return new DeliveryReport("Delivery of " + delivery.project(), counts(delivery), tables(delivery, limits));
    }

    /**
     * Of what was signed.
     *
     * @param facility the laboratory
     * @param limits which say what pages call metrics
     */
    public static DeliveryReport of(SignedDelivery signed, String facility, Thresholds limits) {
        List<Named> head =
                new ArrayList<>(List.of(new Named("Laboratory", facility), new Named("Signed", signature(signed))));
        if (!signed.comment().isEmpty()) {
            head.add(new Named("Comment", signed.comment()));
        }
        head.addAll(counts(signed.delivery()));
        head.add(new Named("Report", signed.id()));
        Delivery delivery = signed.delivery();
        return new DeliveryReport("Delivery of " + delivery.project() + ", signed", head, tables(delivery, limits));
    }

    private static List<Named> counts(Delivery delivery) {
        List<Named> counts = new ArrayList<>();
        for (Readiness readiness : Readiness.values()) {
            int count = delivery.of(readiness).size();
            if (count > 0 || readiness == Readiness.READY) {
                counts.add(new Named("Samples " + readiness.words(), String.valueOf(count)));
            }
        }
        counts.add(new Named("Limits", "version " + delivery.thresholds()));
        return counts;
    }

    private static List<DeliveryTable> tables(Delivery delivery, Thresholds limits) {
        List<DeliverySample> ready = delivery.of(Readiness.READY);
        List<DeliveryTable> tables = new ArrayList<>();
        tables.add(SampleTables.decisions(ready));
        tables.add(SampleTables.without("lacking", "Not ready", delivery.of(Readiness.LACKING)));
        tables.add(SampleTables.without("left", "Left out", delivery.of(Readiness.LEFT_OUT)));
        tables.add(SampleTables.metrics(ready, limits, delivery.thresholds().equals(limits.version())));
        tables.add(SampleTables.methods(ready));
        tables.removeIf(table -> table.rows().isEmpty());
        return tables;
    }

    /** Who has signed, and when. */
    public static String signature(SignedDelivery signed) {
        return "by " + signed.by() + ", " + LocalMinute.of(signed.date());
    }
}
