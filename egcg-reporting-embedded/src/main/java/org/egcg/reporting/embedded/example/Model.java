package org.egcg.reporting.embedded.example;

/** What the runs of a model of sequencers are like. */
enum Model {
    HISEQ_X(8, 150, 432e6, 0.742, 0.905, 4, 2, "Homo sapiens", "TruSeq PCR-Free DNA Sample Prep", 120e9, 30),
    MISEQ(1, 151, 17e6, 0.93, 0.93, 6, 1, "Bos taurus", "TruSeq Nano DNA Sample Prep", 0.4e9, 0),
    NEXTSEQ_500(4, 151, 101e6, 0.88, 0.84, 8, 4, "Gallus gallus", "TruSeq Nano DNA Sample Prep", 8e9, 0),
    NOVASEQ_6000(4, 151, 2.32e9, 0.745, 0.918, 16, 1, "Homo sapiens", "TruSeq Nano DNA Sample Prep", 120e9, 30),
    NOVASEQ_X(8, 151, 1.25e9, 0.78, 0.945, 16, 1, "Homo sapiens", "TruSeq PCR-Free DNA Sample Prep", 120e9, 30);

    private final int lanes;
    private final int cycles;
    private final double clusters;
    private final double passing;
    private final double q30;
    private final int samples;
    private final int lanesOfSample;
    private final String species;
    private final String preparation;
    private final double required;
    private final int coverage;

    /**
     * @param lanes of a flow cell
     * @param cycles of each of two reads
     * @param clusters that pass the filter in a lane
     * @param passing the part of clusters that pass
     * @param q30 the part of bases of the first read that are Q30 or better
     * @param samples of a run
     * @param lanesOfSample into how many lanes a sample goes
     * @param species of the samples
     * @param preparation of the libraries, as the LIMS calls it
     * @param required bases that are ordered for a sample
     * @param coverage that is ordered; 0 where samples are not mapped
     */
    Model(
            int lanes,
            int cycles,
            double clusters,
            double passing,
            double q30,
            int samples,
            int lanesOfSample,
            String species,
            String preparation,
            double required,
            int coverage) {
        this.lanes = lanes;
        this.cycles = cycles;
        this.clusters = clusters;
        this.passing = passing;
        this.q30 = q30;
        this.samples = samples;
        this.lanesOfSample = lanesOfSample;
        this.species = species;
        this.preparation = preparation;
        this.required = required;
        this.coverage = coverage;
    }

    /** Lanes of a flow cell. */
    int lanes() {
        return lanes;
    }

    /** Cycles of each of two reads. */
    int cycles() {
        return cycles;
    }

    /** Clusters that pass the filter in a lane. */
    double clusters() {
        return clusters;
    }

    /** The part of clusters that pass. */
    double passing() {
        return passing;
    }

    /** The part of bases of the first read that are Q30 or better. */
    double q30() {
        return q30;
    }

    /** Samples of a run. */
    int samples() {
        return samples;
    }

    /** Into how many lanes a sample goes. */
    int lanesOfSample() {
        return lanesOfSample;
    }

    /** The species of the samples. */
    String species() {
        return species;
    }

    /** How the libraries were prepared, as the LIMS calls it. */
    String preparation() {
        return preparation;
    }

    /** Bases that are ordered for a sample. */
    double required() {
        return required;
    }

    /** The coverage that is ordered; 0 where samples are not mapped. */
    int coverage() {
        return coverage;
    }

    boolean isPooled() {
        return this != HISEQ_X;
    }

    boolean isPatterned() {
        return this != MISEQ && this != NEXTSEQ_500;
    }

    /** What is printed on a flow cell of this model, with its side before it where there are two. */
    String flowCell(int number, Chance chance) {
        String side = number % 2 == 0 ? "A" : "B";
        return switch (this) {
            case HISEQ_X -> side + "H" + chance.signs(4) + "CCX2";
            case MISEQ -> "000000000-" + "KL".charAt(number % 2) + chance.signs(4);
            case NEXTSEQ_500 -> "AH" + chance.signs(4) + "BGX9";
            case NOVASEQ_6000 -> side + "H" + chance.signs(4) + "DSX5";
            case NOVASEQ_X -> side + "22" + chance.signs(4) + "LT3";
        };
    }
}
