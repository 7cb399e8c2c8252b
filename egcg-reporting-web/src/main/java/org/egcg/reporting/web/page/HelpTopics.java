package org.egcg.reporting.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.yaml.Section;

/** What the help says of each kind of page. */
public final class HelpTopics {

    private static final List<Topic> ALL = read();

    private HelpTopics() {}

    /**
     * What is said of one kind of page.
     *
     * @param word what its address ends with
     * @param pages the names of the pages that it is about
     */
    public record Topic(String word, List<String> pages, String title, String about, List<Point> points) {
        public Topic {
            pages = List.copyOf(pages);
            points = List.copyOf(points);
        }

        public String href() {
            return "/help/" + word;
        }
    }

    /**
     * One thing that can be done.
     *
     * @param before what stands before the link, or all of it if there is none
     * @param label what the link says; empty text for none
     */
    public record Point(String before, String label, String href, String after) {

        private static final Pattern LINKED =
                Pattern.compile("(?<before>[^\\[]*)\\[(?<label>[^]]+)]\\((?<href>[^)]+)\\)(?<after>.*)");

        static Point of(String text) {
            Matcher linked = LINKED.matcher(text);
            return linked.matches()
                    ? new Point(
                            linked.group("before"), linked.group("label"), linked.group("href"), linked.group("after"))
                    : new Point(text, "", "", "");
        }
    }

    /** All topics, in the order in which they are read. */
    public static List<Topic> all() {
        return ALL;
    }

    /** Where the help of a page is; that of all of them where it has none of its own. */
    public static String of(String page) {
        return ALL.stream()
                .filter(topic -> topic.pages().contains(page))
                .findFirst()
                .map(Topic::href)
                .orElse("/help");
    }

    static Optional<Topic> named(String word) {
        return ALL.stream().filter(topic -> topic.word().equals(word)).findFirst();
    }

    private static List<Topic> read() {
        try (InputStream text = HelpTopics.class.getResourceAsStream("help.yaml")) {
            return Section.read("help.yaml", new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .sections("topics")
                    .stream()
                    .map(topic -> new Topic(
                            topic.text("topic"),
                            topic.texts("pages"),
                            topic.text("title"),
                            topic.text("about"),
                            topic.texts("points").stream().map(Point::of).toList()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
