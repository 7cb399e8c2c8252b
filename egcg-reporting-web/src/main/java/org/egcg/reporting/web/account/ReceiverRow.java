package org.egcg.reporting.web.account;

import org.egcg.reporting.notice.Receiver;
import org.egcg.reporting.web.reading.Moments;

/**
 * How it stands with a receiver.
 *
 * @param style of its state
 * @param state in a sentence
 */
public record ReceiverRow(String target, String style, String state, String sent, int waiting) {

    static ReceiverRow of(Receiver receiver, Moments moments) {
        String state = receiver.isFailing()
                ? "Does not accept notices: " + receiver.error() + "; tried " + receiver.failures()
                        + (receiver.failures() == 1 ? " time" : " times") + ", again at "
                        + moments.minute(receiver.next(), "once")
                : "Accepts notices";
        return new ReceiverRow(
                receiver.target(),
                receiver.isFailing() ? "fail" : "pass",
                state,
                moments.minute(receiver.sent(), "never"),
                receiver.waiting());
    }
}
