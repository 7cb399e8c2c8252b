package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.security.ApiTokens;

/** Where a user makes and revokes tokens for his programs. */
@Named("tokens")
@RequestScoped
public class TokensPage implements Page {

    /** A token in the list. */
    public record Shown(String id, String name, String created, String lastUsed, String expires) {}

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    @Inject
    private Records records;

    private String name = "";
    private String days = "365";
    private String made = "";
    private String message = "";

    @Override
    public String title() {
        return "API tokens";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(visit.user().name(), "/change_password"), Link.end(title()));
    }

    /** The token just made: this is the only time that it can be shown. */
    public String made() {
        return made;
    }

    public String message() {
        return message;
    }

    public List<Shown> tokens() {
        return tokensOfAll().of(visit.user()).stream().map(this::shown).toList();
    }

    private ApiTokens tokensOfAll() {
        return records.reporting().apiTokens();
    }

    private Shown shown(ApiToken token) {
        return new Shown(
                token.id(),
                token.name(),
                day(token.created()),
                token.lastUsed().map(this::day).orElse("never"),
                token.expires().map(this::day).orElse("never"));
    }

    private String day(Instant instant) {
        return Wording.minute(LocalDateTime.ofInstant(instant, pages.zone()));
    }

    public void make() {
        try {
            Optional<Duration> lifetime =
                    days.equals("never") ? Optional.empty() : Optional.of(Duration.ofDays(Long.parseLong(days)));
            made = tokensOfAll().make(visit.user(), name, lifetime).token();
            name = "";
        } catch (ReportingException | NumberFormatException refused) {
            message = "No token was made: " + refused.getMessage() + ".";
        }
    }

    public void revoke(String id) {
        try {
            tokensOfAll().revoke(visit.user(), id);
            message = "The token is revoked.";
        } catch (ReportingException refused) {
            message = "Nothing was revoked: " + refused.getMessage() + ".";
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }
}
