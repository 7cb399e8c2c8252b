package org.egcg.reporting.run;

import java.util.List;
import org.egcg.reporting.run.RunId.Maker;

/**
 * The forms in which makers of sequencers name runs, the more particular ones first.
 *
 * <p>Illumina: {@code date_instrument_number_flowcell}, where an A or B before a flow cell of nine signs is the side; MiSeq
 * writes zeros before the number of its cartridge, MiSeq i100 and iSeq have names of their own for flow cells. NextSeq 2000
 * has one side, and its flow cells have nine signs.
 */
final class Forms {

    private static final String LONG_DATE = "(?<date>\\d{8})";
    private static final String ANY_DATE = "(?<date>\\d{8}|\\d{6})";
    private static final String ILLUMINA = ANY_DATE + "_(?<instrument>[A-Za-z0-9-]+)_(?<number>\\d+)_";
    private static final String REST = "(?:[_.-].*)?";

    static final List<RunIdForm> KNOWN = List.of(
            form(Maker.PACBIO, "r(?<instrument>\\d{5}[A-Za-z]?)_" + LONG_DATE + "_\\d{6}(?:[_/].*)?"),
            form(Maker.PACBIO, "m(?<instrument>\\d{5}[A-Za-z]?)_(?<date>\\d{6})_\\d{6}(?:_s(?<side>\\d))?(?:[_./].*)?"),
            form(Maker.PACBIO, "m(?<date>\\d{6})_\\d{6}_(?<instrument>[A-Za-z0-9]+)_(?<flowcell>c\\d{10,})(?:_.*)?"),
            form(
                    Maker.OXFORD_NANOPORE,
                    LONG_DATE + "_\\d{4}_(?<instrument>[A-Za-z0-9-]+)_(?<flowcell>[A-Za-z0-9-]+)_[0-9a-f]{6,8}" + REST),
            form(Maker.ELEMENT, LONG_DATE + "_(?<instrument>AV\\d+)_(?<side>[AB])(?<flowcell>P?\\d{6,})" + REST),
            form(Maker.ELEMENT, LONG_DATE + "_(?<instrument>AV\\d+)_.*"),
            form(
                    Maker.SINGULAR,
                    ANY_DATE + "_(?<instrument>G4[A-Za-z0-9]*)_(?<number>\\d+)_(?<side>[1-4])_(?<flowcell>[A-Za-z0-9]+)"
                            + REST),
            form(Maker.ILLUMINA, ILLUMINA + "0{9}-(?<flowcell>[A-Za-z0-9]+)" + REST),
            form(Maker.ILLUMINA, ILLUMINA + "(?<side>[AB])(?<flowcell>SC\\d+-SC\\d+)" + REST),
            form(
                    Maker.ILLUMINA,
                    ANY_DATE + "_(?<instrument>FS\\d+)_(?<number>\\d+)_(?<flowcell>[A-Za-z0-9]+-\\d+)" + REST),
            form(Maker.ILLUMINA, ILLUMINA + "(?<side>[AB])(?<flowcell>[A-Za-z0-9]{9})" + REST),
            form(Maker.ILLUMINA, ILLUMINA + "(?<flowcell>[A-Za-z0-9]+)" + REST),
            form(Maker.UNKNOWN, "R_(?<date>\\d{4}_\\d{2}_\\d{2})(?:_.*)?"),
            form(Maker.UNKNOWN, ANY_DATE + "(?:[^0-9].*)?"),
            form(Maker.UNKNOWN, "(?<date>\\d{4}-\\d{2}-\\d{2})(?:[^0-9].*)?"));

    private Forms() {}

    private static RunIdForm form(Maker maker, String expression) {
        return PatternForm.of(maker, "(?s)" + expression, true);
    }
}
