package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.web.browser.ConfirmationQuestion;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.reading.Moments;

/** Where a user makes and revokes tokens for his programs. */
@Named("tokens")
@RequestScoped
public class TokensPage extends ConfirmedForm {

    private static final List<Integer> DAYS = List.of(30, 90, 365);

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Schemas schemas;

    @Inject
    private Reporting reporting;

    @Inject
    private Moments moments;

    private String name = "";
    private String access = TokenScopes.READING;
    private String made = "";

    @Override
    public String title() {
        return "API tokens";
    }

    @Override
    public List<Link> siblings() {
        return OwnAccount.of(pageRequest.user(), OwnAccount.TOKENS);
    }

    /** The token just made: this is the only time that it can be shown. */
    public String made() {
        return made;
    }

    /** What was called so when it was refused. */
    public String name() {
        return name;
    }

    public String access() {
        return access;
    }

    public List<String> resources() {
        return schemas.names().stream().sorted().toList();
    }

    /** For how many days a token may be made. */
    public List<Integer> days() {
        int most = Math.toIntExact(reporting.config().login().longestToken().toDays());
        return Stream.concat(DAYS.stream().filter(days -> days < most), Stream.of(most))
                .toList();
    }

    /** What is offered first. */
    public int usual() {
        return days().stream()
                .filter(days -> days <= 365)
                .reduce((less, more) -> more)
                .orElse(days().get(0));
    }

    public List<TokenRow> tokens() {
        return all().of(pageRequest.user()).stream()
                .map(token -> TokenRow.of(token, moments))
                .toList();
    }

    private ApiTokens all() {
        return reporting.apiTokens();
    }

    @Override
    public Optional<String> sent(Submission submission) {
        boolean making = submission.text("act").equals("make");
        try {
            if (making) {
                make(submission);
            } else {
                revoke(submission);
            }
        } catch (ReportingException refused) {
            refused(making ? "No token was made" : "Nothing was revoked", refused);
        }
        return Optional.empty();
    }

    private void make(Submission submission) {
        name = submission.stripped("name");
        access = submission.text("access");
        long days = submission.number("days");
        if (!days().contains((int) days)) {
            throw new Malformed("choose for how long it is valid");
        }
        made = all().make(
                        pageRequest.user(),
                        name,
                        Optional.of(Duration.ofDays(days)),
                        TokenScopes.of(submission, resources()))
                .token();
        name = "";
    }

    private void revoke(Submission submission) {
        ApiToken token = all().of(pageRequest.user()).stream()
                .filter(one -> one.id().equals(submission.text("id")))
                .findFirst()
                .orElseThrow(() -> new NotFound("there is no such token any more"));
        if (submission.confirmed()) {
            all().revoke(pageRequest.user(), token.id());
            done("The token " + token.name() + " is revoked.");
        } else {
            ask(new ConfirmationQuestion(
                    "Revoke the token " + token.name() + "?",
                    List.of(
                            "It " + TokenScopes.inWords(token.scopes()) + "; last used: "
                                    + moments.minute(token.lastUsed(), "never") + ".",
                            "Programs that use it are refused from now on. This cannot be undone."),
                    "Revoke it",
                    OwnAccount.TOKENS,
                    Map.of("act", "revoke", "id", token.id())));
        }
    }
}
