package org.egcg.reporting.web.connection;

/** A listener whose connections are watched, named without a class of any server. Closing it ends the watch. */
interface Listening extends AutoCloseable {

    /** Takes no more requests: new connections are closed, and those that wait for one; what is at work is finished. */
    void refuse();

    @Override
    void close();
}
