package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.ejb.ReportingAccounts;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.ConfirmationQuestion;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.reading.Moments;

/**
 * Where administrators look after one account, which the address names by its id. Each form says which version of the
 * account it was made for, and is refused if that was changed meanwhile.
 */
@Named("account")
@RequestScoped
public class AccountPage extends ConfirmedForm {

    private static final String LIST = "/users";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingAccounts accounts;

    @Inject
    private Moments moments;

    @Inject
    private BrowserLogins logins;

    private Optional<User> account;
    private String password = "";
    private String passwordOf = "";

    /** Whether the visitor may be here. */
    public boolean allowed() {
        return pageRequest.admin();
    }

    private Optional<User> found() {
        if (account == null) {
            pageRequest.user().require(Role.ADMIN);
            account = accounts.withId(pageRequest.parameter());
        }
        return account;
    }

    /** The account as it is now; nothing if there is none of this id. */
    public User user() {
        return allowed() ? found().orElse(null) : null;
    }

    @Override
    public String title() {
        if (!allowed()) {
            return "User";
        }
        return user() == null ? "No such user: " + pageRequest.parameter() : user().name();
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Users", LIST), Link.end(user() == null ? pageRequest.parameter() : title()));
    }

    @Override
    public List<Fact> facts() {
        if (user() == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(
                List.of(Fact.of("Role", user().role().text()), Fact.of("Logs in with", UserRow.sourceOf(user()))));
        if (user().isLocal()) {
            facts.add(Fact.of("Second factor", user().secondFactor() ? "on" : "off"));
        }
        return facts;
    }

    /** The password just given: this is the only time that it can be shown. */
    public String password() {
        return password;
    }

    public String passwordOf() {
        return passwordOf;
    }

    public boolean oneself() {
        return user().id().equals(pageRequest.user().id());
    }

    /** Roles other than the present one. */
    public List<String> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != user().role())
                .map(Role::text)
                .toList();
    }

    public List<SessionRow> sessions() {
        String own = logins.of(request).map(login -> login.session().id()).orElse("");
        return accounts.sessions(user()).stream()
                .map(session -> SessionRow.of(session, session.id().equals(own), moments))
                .toList();
    }

    public List<TokenRow> tokens() {
        return accounts.tokens(user()).stream()
                .map(token -> TokenRow.of(token, moments))
                .toList();
    }

    @Override
    public Optional<String> sent(Submission submission) {
        try {
            pageRequest.user().require(Role.ADMIN);
            User meant = found().orElseThrow(() -> new NotFound("there is no such user anymore"));
            if (meant.version() != submission.number("version")) {
                throw new Conflict("user " + meant.name()
                        + " has changed meanwhile and is shown here as it is now; check whether you still want this");
            }
            act(AccountAct.of(submission.text("act"), submission.text("item"), meant, accounts), meant, submission);
        } catch (ReportingException refused) {
            refused("Nothing was changed", refused);
        }
        return Optional.empty();
    }

    private void act(AccountAct act, User meant, Submission submission) {
        if (!act.toOneself() && meant.id().equals(pageRequest.user().id())) {
            throw new Malformed("nobody can remove themselves or change their own role");
        }
        if (!submission.confirmed()) {
            ask(new ConfirmationQuestion(
                    act.question(meant), about(act, meant), act.yes(), pageRequest.path(), act.fields(meant)));
            return;
        }
        password = act.perform(accounts, meant);
        passwordOf = meant.name();
        done(act.done(meant));
        account = null;
    }

    private static List<String> about(AccountAct act, User meant) {
        List<String> facts = new ArrayList<>();
        facts.add(meant.name() + " is " + meant.role().text() + " and logs in with " + UserRow.sourceOf(meant) + ".");
        facts.addAll(act.facts(meant));
        return facts;
    }
}
