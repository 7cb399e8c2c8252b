package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.aggregation.Relation;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.table.SchemaColumns;
import org.egcg.reporting.web.table.TableDefinition;

/** The resources that this installation has besides those that the library brings along, and their tables. */
@ApplicationScoped
public class OwnResources {

    private static final List<String> BROUGHT_ALONG = Schemas.packaged().names();

    @Inject
    private Schemas schemas;

    @Inject
    private Relations relations;

    @Inject
    private PageSettings pages;

    /** In the order of the schema file. */
    public List<Schema> all() {
        return schemas.all().stream()
                .filter(schema -> !BROUGHT_ALONG.contains(schema.resource()))
                .toList();
    }

    public Optional<Schema> named(String resource) {
        return all().stream()
                .filter(schema -> schema.resource().equals(resource))
                .findFirst();
    }

    /** The table of the column file, or, without one, all fields. */
    public TableDefinition table(Schema schema) {
        return pages.defined(schema.resource())
                .orElseGet(() -> SchemaColumns.of(
                        schema,
                        relations.of(schema.resource()).map(Relation::fields).orElse(List.of()),
                        href(schema) + "/"));
    }

    /** Where the list of its documents is. */
    public static String href(Schema schema) {
        return "/resources/" + schema.resource();
    }

    /** What its documents are called, such as {@code flow cells}. */
    public static String noun(Schema schema) {
        return schema.resource().replace('_', ' ');
    }

    /** The same as a heading. */
    public static String title(Schema schema) {
        return noun(schema).substring(0, 1).toUpperCase(Locale.ROOT)
                + noun(schema).substring(1);
    }
}
