package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.ejb.ReportingNotes;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.note.Note;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Mark;

/** Notes as pages show them. */
@ApplicationScoped
public class NotesShown {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private static final Map<String, String> NAMED_BY =
            Map.of("run_id", "runs", "lane_id", "lanes", "sample_id", "samples", "project_id", "projects");

    /** So many letters of a note are shown over a list. */
    private static final int HOVERED = 120;

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

    /** Those on one thing that are not deleted, the latest first; none of nothing. */
    List<Shown> present(String resource, String name) {
        List<Shown> present = new ArrayList<>(
                name.isEmpty()
                        ? List.of()
                        : on(resource, List.of(name)).stream()
                                .filter(note -> !note.gone())
                                .toList());
        Collections.reverse(present);
        return present;
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

    /**
     * Which rows of a table have notes. None has, where rows are something else than notes are about, and while the store
     * is away.
     *
     * @param field by which the rows are named
     * @param names of the rows
     */
    public Map<String, Mark> marks(String field, List<String> names) {
        String resource = NAMED_BY.getOrDefault(field, "");
        if (resource.isEmpty() || names.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, List<Note>> found = notes.on(resource, names).stream()
                    .filter(note -> note.deleted().isEmpty())
                    .collect(Collectors.groupingBy(Note::name));
            Map<String, Mark> marks = new HashMap<>();
            found.forEach((name, some) -> marks.put(name, mark(some)));
            return marks;
        } catch (Unavailable away) {
            return Map.of();
        }
    }

    private static Mark mark(List<Note> some) {
        List<String> lines = new ArrayList<>(some.stream()
                .map(note -> note.author() + ": " + begun(note.text()))
                .toList());
        Collections.reverse(lines);
        return Mark.notes(lines, href(some.get(0)));
    }

    private static String begun(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > HOVERED ? line.substring(0, HOVERED) + "…" : line;
    }

    /** Where a note is shown; a lane's, on the page of its run. */
    public static String href(Note note) {
        String page =
                switch (note.resource()) {
                    case "samples" -> Address.of("/sample/", note.name());
                    case "projects" -> Address.of("/projects/", note.name());
                    case "lanes" -> Address.of("/run/", note.name().replaceFirst("_[^_]*$", ""));
                    default -> Address.of("/run/", note.name());
                };
        return page + "#notes";
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
