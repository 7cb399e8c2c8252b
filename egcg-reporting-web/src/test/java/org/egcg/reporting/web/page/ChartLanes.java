package org.egcg.reporting.web.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lanes and processes with numbers that are known, for tests of what charts draw of them. */
final class ChartLanes {

    /** Set when they are posted, like the names of their runs. */
    static LocalDate today;

    static String first;
    static String second;
    static String third;
    static String fourth;
    static String old;

    /** Its name begins with a date of eight digits. */
    static String eight;

    static final String SEQ = "/charts/seq/last_month?metric=pc_error_r2&colour=sequencer_stage&plot=";
    static final String ACTIVITY = "/charts/bioinformatics?from=2016-01-01&to=2016-01-05";

    private ChartLanes() {}

    private static String day(int ago) {
        return DateTimeFormatter.ofPattern("yyMMdd").format(today.minusDays(ago));
    }

    /** Posts them, once for all tests of a server. */
    static synchronized void post(String address) {
        if (today != null) {
            return;
        }
        today = LocalDate.now(ZoneOffset.UTC);
        first = day(8) + "_E09901_0001_AHCHARTAXX";
        second = day(6) + "_E09902_0002_BHCHARTBXX";
        third = day(4) + "_E09903_0003_AHCHARTCXX";
        fourth = day(4) + "_E09903_0004_AHCHARTDXX";
        old = day(300) + "_E09904_0005_AHCHARTEXX";
        eight = "20" + day(11) + "_LH00909_0006_B22CHRTLT3";
        List<String> lanes = new ArrayList<>();
        double[] values = {1, 2, 3, 2, 42};
        for (int i = 0; i < values.length; i++) {
            lanes.add(lane(first, i + 1, values[i]));
        }
        lanes.add(lane(second, 1, 7));
        lanes.add(lane(third, 1, 4));
        lanes.add(lane(fourth, 1, 6));
        lanes.add(lane(old, 1, 5));
        lanes.add(lane(eight, 1, 6.5));
        lanes.add(lane("no date in this", 1, 5));
        lanes.add(lane(second, 2, 1800));
        lanes.add(lane("261006_E00397_0149_BHJ4PCCX2", 8, 3).replace("_8\"", "_charts\""));
        Fixture.send(address, "lanes", lanes.toString());
        process(address, "a", "01_01_2016_08:00:00", "02_01_2016_08:00:00");
        process(address, "b", "01_01_2016_23:59:00", "02_01_2016_00:00:00");
        process(address, "c", "01_01_2016_08:00:00", "01_01_2016_09:00:00");
        process(address, "d", "04_01_2016_08:00:00", "05_01_2016_08:00:00");
    }

    private static String lane(String run, int number, double value) {
        return """
                {"lane_id": "%s_%d", "run_id": "%s", "lane_number": %d, "interop_metrics": {"pc_error_r2": %s}}""".formatted(run, number, run, number, value);
    }

    private static void process(String address, String id, String started, String ended) {
        Fixture.send(address, "analysis_driver_procs", """
                {"proc_id": "charts_%s", "dataset_type": "sample", "dataset_name": "CHARTS1", "start_date": "%s",
                 "end_date": "%s", "status": "finished"}""".formatted(id, started, ended));
    }
}
