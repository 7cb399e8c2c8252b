package org.egcg.reporting.web.door;

import java.util.Optional;

/** The addresses of one room. Each room has a bean of this; what none of them opens is closed. */
@FunctionalInterface
public interface Ways {

    /** For whom an address is; empty if it is not of this room. */
    Optional<Opening> opening(RequestPath.Normal address);
}
