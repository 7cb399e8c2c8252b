package org.egcg.reporting.notice;

/** Brings messages to receivers of one channel; by several threads at the same time. */
@FunctionalInterface
public interface NoticeSender {

    /**
     * Sends a message; returns when the receiver has taken it.
     *
     * @param target a mail address, or the name of a webhook
     * @throws NotSent if that is not so within half a minute
     */
    void send(String target, NoticeMessage message) throws NotSent;
}
