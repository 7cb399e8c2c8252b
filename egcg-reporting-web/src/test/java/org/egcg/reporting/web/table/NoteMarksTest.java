package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row with notes is marked beside its key; the mark tells the latest of them and leads to all. */
class NoteMarksTest {

    private final List<List<String>> asked = new ArrayList<>();

    private Map<String, Mark> marks(List<String> keys) {
        asked.add(keys);
        return Map.of("R2", Mark.notes(List.of("ann: look", "bob: again"), "/run/R2#notes"));
    }

    private static String written(TableView view) throws IOException {
        StringBuilder html = new StringBuilder();
        new HtmlTable(
                        view,
                        LocalDateTime.MIN,
                        new Markup() {
                            @Override
                            public Markup open(String element, String... attributes) {
                                html.append('<').append(element);
                                for (int i = 0; i < attributes.length; i += 2) {
                                    if (attributes[i + 1] != null) {
                                        html.append(' ')
                                                .append(attributes[i])
                                                .append('=')
                                                .append(attributes[i + 1]);
                                    }
                                }
                                html.append('>');
                                return this;
                            }

                            @Override
                            public Markup text(String text) {
                                html.append(text);
                                return this;
                            }

                            @Override
                            public Markup close(String element) {
                                html.append("</").append(element).append('>');
                                return this;
                            }

                            @Override
                            public Markup mayBreak() {
                                return this;
                            }
                        },
                        true)
                .write();
        return html.toString();
    }

    @Test
    void theRowsThatAreShownAreAskedForOnce() throws IOException {
        Rows rows = Tables.rows(
                Tables.layout("runs", "run_id"),
                "{run_id: 'R1'}",
                "{run_id: 'R2'}",
                "{run_id: 'R3'}",
                "{run_id: 'R4'}");
        TableView view = Tables.view(rows, "run_id", Map.of("q", "R")).notedBy(this::marks);

        String html = written(view);

        assertThat(asked).containsExactly(List.of("R1", "R2", "R3", "R4"));
        assertThat(html)
                .containsOnlyOnce("class=rowmark notes href=/run/R2#notes data-tip=2 notes\nann: look\nbob: again>")
                .containsOnlyOnce("class=marked>");
        assertThat(view.legend()).containsExactly(new Legend.Entry("✎", "notes"));
    }

    @Test
    void ofManyNotesTheLatestAreTold() {
        Mark many = Mark.notes(List.of("e: 5", "d: 4", "c: 3", "b: 2", "a: 1"), "/sample/S#notes");
        assertThat(many.reason()).isEqualTo("5 notes\ne: 5\nd: 4\nc: 3\n…");
        assertThat(Mark.notes(List.of("a: 1"), "/sample/S#notes").reason()).isEqualTo("1 note\na: 1");
    }
}
