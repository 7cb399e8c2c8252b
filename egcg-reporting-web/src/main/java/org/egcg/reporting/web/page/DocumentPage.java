package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.OwnResources;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;

/** One document of a resource that only this installation has. */
@Named("oneDocument")
@RequestScoped
public class DocumentPage extends TablesPage {

    @Inject
    private OwnResources resources;

    /** The resource's name has no slash, so the first one ends it; the document's may have some. */
    private String resource() {
        return pageRequest.parameter().substring(0, pageRequest.parameter().indexOf('/'));
    }

    private String id() {
        return pageRequest.parameter().substring(resource().length() + 1);
    }

    private Optional<Schema> schema() {
        return resources.named(resource());
    }

    @Override
    public String title() {
        return notFound().isEmpty() ? id() : "No such document: " + id();
    }

    @Override
    public String menu() {
        return Menus.OWN;
    }

    @Override
    public List<Link> crumbs() {
        Link list = schema().map(schema -> Link.to(OwnResources.title(schema), OwnResources.href(schema)))
                .orElse(Link.to("Main page", "/"));
        return List.of(list, Link.end(id()));
    }

    @Override
    public String notFound() {
        if (schema().isEmpty()) {
            return "No resource is called “" + resource() + "”, so it has no document “" + id() + "”.";
        }
        ReportTable summary = table("summary");
        return !summary.failed() && summary.view().total() == 0
                ? "There is no " + schema().get().itemTitle().replace('_', ' ') + " “" + id() + "”."
                : "";
    }

    /** Where there are documents: the list of the resource, or, if it does not exist, the main page. */
    public Link wayOn() {
        return schema().map(schema -> Link.to("All " + OwnResources.noun(schema), OwnResources.href(schema)))
                .orElse(Link.to("Go to the main page", "/"));
    }

    @Override
    List<ReportTable> made() {
        return schema().map(this::summary).stream().toList();
    }

    private ReportTable summary(Schema schema) {
        TableDefinition columns = resources.table(schema);
        return reports.of(
                TableSpec.minimal(
                        "summary", "Summary", columns, columns.columns().get(0).id(), OwnResources.noun(schema)),
                Layout.of(columns, schema.idField(), pages.zone()),
                new Source("store", () -> reports.records()
                        .documents(schema.resource(), named(schema))
                        .iterator()));
    }

    private Where named(Schema schema) {
        return schema.namedByObjectId() && ObjectId.isValid(id())
                ? new Where.Equal("_id", new BsonObjectId(new ObjectId(id())))
                : Criteria.equal(schema.idField(), id());
    }
}
