package org.egcg.reporting.web.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many digits a number has to show beside another. */
public final class BesideLimit {

    private BesideLimit() {}

    /**
     * How many decimals a number needs to read as on that side of a limit on which it is; of one that is the limit, no more
     * than it needs by itself.
     *
     * @param alone how many that are
     */
    public static int decimals(BigDecimal number, BigDecimal limit, int alone) {
        int side = number.compareTo(limit);
        int decimals = alone;
        while (decimals < number.scale()
                && number.setScale(decimals, RoundingMode.HALF_UP).compareTo(limit) != side) {
            decimals++;
        }
        return decimals;
    }
}
