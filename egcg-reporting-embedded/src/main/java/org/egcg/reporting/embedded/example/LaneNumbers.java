package org.egcg.reporting.embedded.example;

/**
 * What came out of a lane: the drift of its sequencer, and now and then a lane that went wrong.
 *
 * @param clusters that pass the filter
 * @param q30r1 the part of bases of the first read that are Q30 or better
 * @param opticalDuplicates in per cent of the reads
 * @param isGood whether it is as good as the model's lanes are to be
 */
record LaneNumbers(double clusters, double q30r1, double q30r2, double opticalDuplicates, boolean isGood) {

    private static final double FAILING = 0.025;
    private static final double YEAR = 365;

    static LaneNumbers of(PlannedRun run, int lane) {
        Model model = run.model();
        Chance chance = new Chance(run.id() + "lane" + lane);
        Chance ofRun = new Chance(run.id());
        double season = Math.sin(
                run.day().toEpochDay() / YEAR * 2 * Math.PI + run.sequencer().number());
        double clusters =
                chance.about(model.clusters() * ofRun.about(1, 0.012) * (1 + 0.008 * season), model.clusters() * 0.008);
        double q30 = chance.about(ofRun.about(model.q30(), 0.007) + 0.004 * season, 0.004);
        boolean isGood = !chance.happens(FAILING);
        boolean isThin = !isGood && chance.happens(0.5);
        double optical = model.isPatterned() ? chance.about(10, 1.6) : chance.about(0.6, 0.15);
        return new LaneNumbers(
                isThin ? clusters * chance.about(0.38, 0.03) : clusters,
                isGood || isThin ? q30 : q30 - chance.about(0.22, 0.02),
                (isGood || isThin ? q30 : q30 - chance.about(0.26, 0.02)) - 0.045,
                optical,
                isGood);
    }
}
