package org.egcg.reporting.web.connection;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;

/**
 * Reads requests that offer another protocol, as Java's own client does with each, as what they are. Grizzly would take
 * the body of such a request for the other protocol's, and no filter would ever see it.
 */
final class NoUpgrades extends BaseFilter {

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent offer
                && offer.getHttpHeader().isRequest()) {
            offer.getHttpHeader().setIgnoreContentModifiers(false);
            return context.getStopAction();
        }
        return context.getInvokeAction();
    }
}
