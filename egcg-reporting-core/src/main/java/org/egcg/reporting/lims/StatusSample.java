package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.Optional;
import org.egcg.reporting.lims.internal.sql.SampleQueries.SampleRow;
import org.egcg.reporting.lims.internal.sql.SampleQueries.StatusFields;

/**
 * A sample, and what has happened to it.
 *
 * @param row who it is
 * @param isNamed whether reports say who it is; the original has no name for a sample without a plate, and for one
 *     that has custom fields but none of the four that it asks for
 */
record StatusSample(
        SampleRow row,
        Optional<String> container,
        Optional<StatusFields> fields,
        boolean isNamed,
        SampleHistory history,
        StatusDefinitions definitions) {

    Optional<String> id() {
        return named(row.name()).map(SampleName::sanitised);
    }

    Optional<String> project() {
        return named(row.project());
    }

    Optional<String> plate() {
        return container.filter(name -> isNamed);
    }

    Optional<String> species() {
        return fields.flatMap(all -> named(all.species()));
    }

    Optional<String> requiredYield() {
        return fields.flatMap(all -> named(all.requiredYield()));
    }

    Optional<String> requiredCoverage() {
        return fields.flatMap(all -> named(all.coverage()));
    }

    private Optional<String> named(String value) {
        return Optional.ofNullable(value).filter(known -> isNamed);
    }

    /** The type of library that was made, or else the one that was ordered. */
    Optional<String> libraryType() {
        return history.libraryType()
                .or(() -> fields.flatMap(all -> named(all.prepWorkflow())).map(definitions.planned()::get));
    }

    /**
     * Since when it is in its status. One that no step has seen is in it since it was received, or, if the LIMS does
     * not know when, since just now.
     */
    LocalDateTime since(LocalDateTime now) {
        if (history.isEmpty()) {
            return Optional.ofNullable(row.received()).orElse(now);
        }
        return history.since();
    }
}
