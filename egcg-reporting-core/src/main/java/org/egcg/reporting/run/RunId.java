package org.egcg.reporting.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the name of a run says; parts that it does not say are empty. Immutable.
 *
 * @param text the whole name
 * @param maker whose form it is
 * @param date the day on which the run was started
 * @param instrument the serial number of the sequencer, or its position within it (Oxford Nanopore)
 * @param number the how-manieth run of the instrument it is
 * @param side the side of the instrument, or its position, that the flow cell was on
 * @param flowCell what is printed on the flow cell
 */
public record RunId(
        String text,
        Maker maker,
        Optional<LocalDate> date,
        Optional<String> instrument,
        OptionalLong number,
        Optional<String> side,
        Optional<String> flowCell) {

    /** Whose form a name has. */
    public enum Maker {
        ILLUMINA,
        OXFORD_NANOPORE,
        PACBIO,
        ELEMENT,
        SINGULAR,
        /** The pattern of the configuration. */
        OWN,
        /** A date and nothing else that can be told, or not even that. */
        UNKNOWN
    }

    /** A name that says nothing. */
    static RunId unknown(String text) {
        return dated(text, Optional.empty());
    }

    /** A name that says a date at most. */
    static RunId dated(String text, Optional<LocalDate> date) {
        return new RunId(
                text, Maker.UNKNOWN, date, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /** Instrument and side, such as {@code E00306_B}: what charts call the stage; the instrument where there are no sides. */
    public Optional<String> stage() {
        return instrument.map(name -> side.map(at -> name + "_" + at).orElse(name));
    }
}
