package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.egcg.reporting.aggregation.AggregatedField;
import org.egcg.reporting.aggregation.Expressions;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;

/** The columns of a resource that no file describes. */
class SchemaColumnsTest {

    private static final Schema SCHEMA =
            Schemas.read("mine.yaml", """
            resources:
              freezers:
                item: freezer
                id field: name
                fields:
                  shelves: integer
                  name: {type: string, required: true}
                  load: float
                  bought: datetime
                  tags: list
                  place: {type: object, fields: {floor: integer}}
                  place_floor: string
                  anything: object
            """).named("freezers").orElseThrow();

    private final TableDefinition table = SchemaColumns.of(
            SCHEMA,
            List.of(AggregatedField.field("pc_full", Expressions.constant(1)).in("%")),
            "/resources/freezers/");

    @Test
    void theNameComesFirstAndLeadsToThePageOfTheDocument() {
        assertThat(table.columns().get(0).id()).isEqualTo("name");
        assertThat(table.columns().get(0).format().link()).contains("/resources/freezers/");
    }

    @Test
    void eachFieldHasAColumnOfItsKind() {
        assertThat(table.columns())
                .extracting(column -> column.title() + " " + column.format().kind())
                .containsExactly(
                        "Name TEXT",
                        "Shelves INT",
                        "Load FLOAT",
                        "Bought DATETIME",
                        "Tags TEXT",
                        "Place floor INT",
                        "Place floor TEXT",
                        "Pc full (%) PERCENTAGE");
    }

    @Test
    void noTwoColumnsHaveOneName() {
        assertThat(table.columns())
                .extracting(Column::id)
                .doesNotHaveDuplicates()
                .contains("place_floor", "place_floor_");
    }
}
