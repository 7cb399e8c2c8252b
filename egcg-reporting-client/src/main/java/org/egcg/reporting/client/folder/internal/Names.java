package org.egcg.reporting.client.folder.internal;

import java.util.regex.Pattern;

/** Names of runs, samples and barcodes, which become ids of documents. */
public final class Names {
    private static final int LONGEST = 200;
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern BARCODE = Pattern.compile("[ACGTNacgtn]+([-+][ACGTNacgtn]+)?");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Names() {}

    /** A name of a run as it may stand in ids and addresses. */
    public static String run(String text) {
        if (!RUN.matcher(text).matches() || text.length() > LONGEST) {
            throw new IllegalArgumentException(Numbers.quoted(text) + " is no name of a run");
        }
        return text;
    }

    /** A name of a sample, a project or a library. */
    public static String of(String text, String what) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST || CONTROL.matcher(name).find()) {
            throw new IllegalArgumentException("%s is %s, which is no name".formatted(what, Numbers.quoted(name)));
        }
        return name;
    }

    /** One barcode, or two with a sign between. */
    public static String barcode(String text) {
        String barcode = text.strip();
        if (!BARCODE.matcher(barcode).matches() || barcode.length() > LONGEST) {
            throw new IllegalArgumentException(Numbers.quoted(barcode) + " is no barcode");
        }
        return barcode;
    }
}
