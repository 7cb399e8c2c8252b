package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.web.reading.OwnResources;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;

/** All documents of a resource that only this installation has. */
@Named("resourceList")
@RequestScoped
public class ResourcePage extends TablesPage {

    @Inject
    private OwnResources resources;

    private Optional<Schema> schema() {
        return resources.named(pageRequest.parameter());
    }

    @Override
    public String title() {
        return schema().map(OwnResources::title).orElse("No such resource: " + pageRequest.parameter());
    }

    @Override
    public String menu() {
        return Menus.OWN;
    }

    /** A list that the menu leads to has none; only what does not exist needs a way back. */
    @Override
    public List<Link> crumbs() {
        return schema().isPresent() ? List.of() : List.of(Link.to("Main page", "/"), Link.end(pageRequest.parameter()));
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(super.facts());
        schema().flatMap(Schema::about).ifPresent(about -> facts.add(0, Fact.of("", about)));
        return facts;
    }

    @Override
    public String notFound() {
        return schema().isPresent() ? "" : "No resource is called “" + pageRequest.parameter() + "”.";
    }

    @Override
    List<ReportTable> made() {
        return schema().map(this::table).stream().toList();
    }

    private ReportTable table(Schema schema) {
        TableDefinition columns = resources.table(schema);
        Layout layout = Layout.of(columns, schema.idField(), pages.zone());
        String sort = columns.columns().get(0).id();
        return reports.of(
                TableSpec.full(schema.resource(), title(), columns, sort, OwnResources.noun(schema))
                        .asMain(),
                layout,
                reports.records().stored(schema.resource(), Where.everything(), layout));
    }
}
