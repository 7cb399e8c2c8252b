package org.egcg.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.RelationsCheck;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.control.ControlFile;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.resource.internal.Indexes;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.Index;
import org.egcg.reporting.yaml.Section;

/**
 * What files of the configuration say of documents, read and held against each other before anything is opened.
 *
 * @param control how instruments are watched
 */
record FacilityRules(
        Schemas schemas,
        Relations relations,
        Instruments instruments,
        OwnNames names,
        Reviews reviews,
        ControlSettings control) {

    /**
     * @param change what the program makes of the relations that the configuration says
     * @throws ReportingException.Misconfigured if one of the files is wrong, or does not fit another
     */
    static FacilityRules read(ReportingConfig config, UnaryOperator<Relations> change) {
        Schemas schemas = schemas(config);
        Relations relations = new RelationsCheck(
                        Section.read("relations of the program", ""), schemas, change.apply(relations(config, schemas)))
                .checked();
        OwnNames names = OwnNames.of(config);
        Instruments instruments = Instruments.read(config.files().section(Instruments.FILE));
        KnownFields known = new KnownFields(schemas, relations);
        return new FacilityRules(
                schemas,
                relations,
                instruments,
                names,
                new Reviews(thresholds(config, known, instruments), instruments, names.runs(), names.samples()),
                ControlFile.read(
                        config.files().section(ControlFile.FILE), path -> known.has("lanes", FieldPath.of(path))));
    }

    private static Schemas schemas(ReportingConfig config) {
        return Schemas.read(config.files().section("schema.yaml"));
    }

    private static Relations relations(ReportingConfig config, Schemas schemas) {
        YieldTable yields = new YieldTable(
                List.copyOf(config.yields().coverages()),
                Map.copyOf(config.yields().q30ByYield()));
        Section file = config.files().section(Relations.FILE);
        return new RelationsCheck(file, schemas, Relations.read(file, yields)).checked();
    }

    private static Thresholds thresholds(ReportingConfig config, KnownFields known, Instruments instruments) {
        Section file = config.files().section(Thresholds.FILE);
        return Thresholds.read(file).checked(file, known, instruments);
    }

    /** The indexes that schema and relations of a configuration need. */
    static List<Index> indexes(ReportingConfig config) {
        Schemas schemas = schemas(config);
        return Indexes.of(schemas, relations(config, schemas));
    }

    List<Index> indexes() {
        return Indexes.of(schemas, relations);
    }

    /** The model of the instrument on which a run was made. */
    Optional<String> model(String run) {
        return instruments.ofRun(run, names.runs()).model();
    }
}
