package org.egcg.reporting.client;

/** The one logger of the client, under the name of the class that pipelines use. */
final class ClientLog {
    static final System.Logger LOG = System.getLogger("org.egcg.reporting.client.Communicator");

    private ClientLog() {}
}
