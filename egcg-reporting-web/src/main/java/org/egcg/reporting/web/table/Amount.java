package org.egcg.reporting.web.table;

/** Amounts of bases, in the unit that fits. */
public final class Amount {

    private static final double SMALL = 0.01;
    private static final double MEGA = 1e3;
    private static final double KILO = 1e6;

    private Amount() {}

    /** An amount that is less than a limit, with the digits that tell it from that. */
    public static String ofGb(double gb, double limit) {
        return Math.abs(gb) < SMALL ? ofGb(gb) : Kind.FLOAT.beside(gb, limit) + " Gb";
    }

    /** Gb with their unit; what would be a few hundredths at most is Mb, and less is kb. */
    public static String ofGb(double gb) {
        double size = Math.abs(gb);
        if (size == 0 || size >= SMALL) {
            return Kind.FLOAT.text(gb) + " Gb";
        }
        return size * MEGA >= SMALL ? Kind.FLOAT.text(gb * MEGA) + " Mb" : Kind.FLOAT.text(gb * KILO) + " kb";
    }
}
