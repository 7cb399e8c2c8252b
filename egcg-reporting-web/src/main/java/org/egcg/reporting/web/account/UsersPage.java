package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.ejb.ReportingAccounts;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Page;
import org.egcg.reporting.web.reading.Moments;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableQuery;

/** Where administrators see who may come in, and as what. What is done to a user is done on his own page. */
@Named("users")
@RequestScoped
public class UsersPage implements Page, Form {

    private static final int MOST = 50;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingAccounts accounts;

    @Inject
    private Moments moments;

    private List<User> matching;
    private String name = "";
    private String role = Role.EDITOR.text();
    private String password = "";
    private String passwordOf = "";
    private String message = "";

    @Override
    public String title() {
        return "Users";
    }

    /** Whether the visitor may be here. */
    public boolean allowed() {
        return pageRequest.admin();
    }

    /** What the names of those shown hold. */
    public String filter() {
        return pageRequest.query().parameters().getOrDefault("q", "").strip();
    }

    private List<User> matching() {
        if (matching == null) {
            pageRequest.user().require(Role.ADMIN);
            String part = filter().toLowerCase(Locale.ROOT);
            matching = accounts.all().stream()
                    .filter(user -> user.name().toLowerCase(Locale.ROOT).contains(part))
                    .toList();
        }
        return matching;
    }

    public int count() {
        return matching().size();
    }

    private int page() {
        try {
            int wanted = Integer.parseInt(pageRequest.query().parameters().getOrDefault("page", "1"));
            return Math.max(1, Math.min(wanted, (count() + MOST - 1) / MOST));
        } catch (NumberFormatException broken) {
            return 1;
        }
    }

    @Override
    public List<Misread> misread() {
        return pageRequest
                .query()
                .misread("page", page -> page.matches("[1-9][0-9]{0,8}"), "is no page, so the first one is shown")
                .stream()
                .toList();
    }

    public int from() {
        return (page() - 1) * MOST + 1;
    }

    public int to() {
        return Math.min(count(), page() * MOST);
    }

    /** The page before; empty text if this is the first. */
    public String before() {
        return page() > 1 ? href(page() - 1) : "";
    }

    /** The next page; empty text if this is the last. */
    public String after() {
        return to() < count() ? href(page() + 1) : "";
    }

    private String href(int page) {
        TableQuery query = pageRequest.query().with("page", Integer.toString(page));
        return pageRequest.path() + query.text();
    }

    public List<UserRow> users() {
        return matching().subList(from() - 1, Math.max(from() - 1, to())).stream()
                .map(user ->
                        UserRow.of(user, user.id().equals(pageRequest.user().id()), accounts, moments))
                .toList();
    }

    public List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::text).toList();
    }

    public String message() {
        return message;
    }

    public String name() {
        return name;
    }

    public String role() {
        return role;
    }

    /** The initial password just given to a user: this is the only time that it can be shown. */
    public String password() {
        return password;
    }

    public String passwordOf() {
        return passwordOf;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        name = submission.stripped("name");
        role = submission.text("role");
        try {
            pageRequest.user().require(Role.ADMIN);
            Role wanted = Role.named(role).orElseThrow(() -> new Malformed("there is no such role"));
            password = accounts.add(name, wanted);
            passwordOf = name;
            name = "";
        } catch (ReportingException refused) {
            message = "No user was added: " + Sentences.whole(refused);
        }
        return Optional.empty();
    }
}
