package org.egcg.reporting.web.connection;

/** A listener whose connections are watched, named without a class of any server. Closing it ends the watch. */
interface Listening extends AutoCloseable {

    /** Takes no more requests: new connections are closed, and those that wait for one; what is at work is finished. */
    void refuse();

    /** Closes what connections are left when the application goes and the process ends: nothing is at work any more. */
    void hangUp();

    @Override
    void close();
}
