package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableState;
import org.egcg.reporting.web.view.SavedView;
import org.egcg.reporting.web.view.SavedViews;

/** The views of tables that the visitor can choose from. */
@RequestScoped
public class SavedTables {

    /** The parameter of an address that names one. */
    static final String VIEW = "view";

    /** A view in a menu. */
    public record Saved(String name, boolean shared, boolean mine) {}

    @Inject
    private PageRequest pageRequest;

    @Inject
    private SavedViews views;

    /** Empty while the store is away: a table can do without. */
    List<Saved> of(String table) {
        try {
            return views.of(table, user()).stream()
                    .map(view ->
                            new Saved(view.name(), view.shared(), view.owner().equals(user())))
                    .toList();
        } catch (Unavailable away) {
            return List.of();
        }
    }

    /**
     * The state that a table begins with: the view that the address names, or its own beginning if it names none; empty if
     * there is no view of that name.
     */
    Optional<TableState> base(TableSpec spec, TableQuery query) {
        String name = query.parameters().getOrDefault(spec.prefix() + VIEW, "");
        if (name.isEmpty()) {
            return Optional.of(spec.first());
        }
        try {
            return views.named(spec.definition().name(), user(), name)
                    .map(view -> spec.first().changedBy(parameters(view), spec.definition()));
        } catch (Unavailable away) {
            return Optional.of(spec.first());
        }
    }

    private String user() {
        return pageRequest.user() == null ? "" : pageRequest.user().id();
    }

    private static Map<String, String> parameters(SavedView view) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : view.query().replaceFirst("^\\?", "").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** What is not encoded as it should be stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
