package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.board.BoardAddress;
import org.egcg.reporting.ejb.ReportingBoards;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.web.browser.ConfirmationQuestion;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Moments;

/** Where administrators make and revoke the secret addresses of the board. */
@Named("boards")
@RequestScoped
public class BoardsPage extends ConfirmedForm {

    /** An address as the page shows it. */
    public record Shown(String id, String name, String by, String made) {}

    private static final String HERE = "/boards";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingBoards boards;

    @Inject
    private Moments moments;

    private String made = "";
    private String away = "";
    private List<Shown> all;

    @Override
    public String title() {
        return "Screens on the wall";
    }

    /** Whether the visitor may be here. */
    public boolean allowed() {
        return pageRequest.admin();
    }

    /** The path just made: this is the only time that it can be shown. */
    public String made() {
        return made;
    }

    public List<Shown> all() {
        if (all == null) {
            try {
                all = boards.all().stream()
                        .map(board -> new Shown(board.id(), board.name(), board.by(), moments.minute(board.made())))
                        .toList();
            } catch (Unavailable absent) {
                away = Sentences.away(absent.dependency());
                all = List.of();
            }
        }
        return all;
    }

    /** What does not answer, so that the addresses are not known; empty text if it does. */
    public String away() {
        all();
        return away;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        try {
            pageRequest.user().require(Role.ADMIN);
            if (submission.text("act").equals("make")) {
                made = "/board/" + boards.make(submission.stripped("name"));
            } else {
                revoke(submission);
            }
        } catch (ReportingException refused) {
            refused("Nothing was changed", refused);
        }
        return Optional.empty();
    }

    private void revoke(Submission submission) {
        BoardAddress board = boards.all().stream()
                .filter(one -> one.id().equals(submission.text("id")))
                .findFirst()
                .orElseThrow(() -> new NotFound("there is no such address any more"));
        if (submission.confirmed()) {
            boards.revoke(board.id());
            done("The address of " + board.name() + " is revoked.");
        } else {
            ask(new ConfirmationQuestion(
                    "Revoke the address of " + board.name() + "?",
                    List.of("Its screen shows nothing from its next refresh on. This cannot be undone."),
                    "Revoke it",
                    HERE,
                    Map.of("act", "revoke", "id", board.id())));
        }
    }
}
