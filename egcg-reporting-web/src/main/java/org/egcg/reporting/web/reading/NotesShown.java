package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.ejb.ReportingNotes;
import org.egcg.reporting.note.Note;

/** Notes as pages show them. */
@ApplicationScoped
public class NotesShown {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    @Inject
    private ReportingNotes notes;

    @Inject
    private Moments moments;

    /** A part of a text; one with an address is a link. */
    public record Piece(String text, String href) {}

    /**
     * A note.
     *
     * @param about the lane that it is about, where that is not the page's own thing; else empty text
     * @param state whether it was edited or deleted, and when; else empty text
     */
    public record Shown(
            String id, String author, String when, String about, List<Piece> pieces, String text, String state) {
        public boolean gone() {
            return text.isEmpty();
        }
    }

    /** Those on some things of a resource, the earliest first. */
    public List<Shown> on(String resource, List<String> names) {
        return notes.on(resource, names).stream().map(this::shown).toList();
    }

    private Shown shown(Note note) {
        String state = note.deleted()
                .map(moment -> "deleted " + moments.minute(moment))
                .or(() -> note.edited().map(moment -> "edited " + moments.minute(moment)))
                .orElse("");
        return new Shown(
                note.id().toHexString(),
                note.author(),
                moments.minute(note.written()),
                note.resource().equals("lanes") ? note.name() : "",
                pieces(note.text()),
                note.text(),
                state);
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            if (links.start() > end) {
                pieces.add(new Piece(text.substring(end, links.start()), ""));
            }
            pieces.add(new Piece(links.group(), links.group()));
            end = links.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), ""));
        }
        return pieces;
    }
}
