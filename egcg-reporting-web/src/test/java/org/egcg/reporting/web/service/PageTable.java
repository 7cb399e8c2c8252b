package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows of tables as a page shows them, by the keys of the rows and the ids of the columns. */
final class PageTable {

    private static final Pattern TABLE = Pattern.compile("<table class=\"data\".*?</table>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<th ([^>]*scope=\"col\"[^>]*)>");
    private static final Pattern COLUMN = Pattern.compile("data-col=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("<tr data-key=\"([^\"]*)\".*?</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<(t[dh])(?: ([^>]*))?>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("class=\"([^\"]*)\"");
    private static final Pattern SPOKEN =
            Pattern.compile("<(span|a) class=\"(?:sr|rowmark)[^\"]*\"[^>]*>(?:<span[^>]*>[^<]*</span>|[^<])*</\\1>");

    /** Small yields are shown in other units. */
    /** A cell as it is shown: its text, and the classes by which it is marked. */
    record Cell(String text, List<String> styles) {

        /** Whether the value is shown as one that does not keep to its limit. */
        boolean isMarked() {
            return styles.contains("low") || styles.contains("high") || styles.contains("missing");
        }

        /** Requires that it shows a value, with as many digits as it has. */
        void shows(double value, String what) {
            String digits = text.replaceAll("[^0-9.]", "");
            int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
            assertThat(Double.parseDouble(digits))
                    .as("%s, shown as %s", what, text)
                    .isCloseTo(value, within(Math.pow(10, -decimals) * 0.500001));
        }
    }

    private PageTable() {}

    /** Those of all tables of the page; of a row in several tables the last. */
    static Map<String, Map<String, Cell>> rows(String page) {
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        TABLE.matcher(page).results().map(MatchResult::group).forEach(table -> add(table, rows));
        return rows;
    }

    private static void add(String table, Map<String, Map<String, Cell>> rows) {
        List<String> columns = HEADING.matcher(table)
                .results()
                .map(heading -> COLUMN.matcher(heading.group(1))
                        .results()
                        .map(column -> column.group(1))
                        .findFirst()
                        .orElse(""))
                .toList();
        ROW.matcher(table).results().forEach(row -> {
            List<Cell> cells = new ArrayList<>();
            CELL.matcher(row.group()).results().forEach(cell -> cells.add(cell(cell)));
            Map<String, Cell> byColumn = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                byColumn.put(columns.get(i), cells.get(i));
            }
            rows.put(plain(row.group(1)), byColumn);
        });
    }

    private static Cell cell(MatchResult cell) {
        String attributes = cell.group(2) == null ? "" : cell.group(2);
        List<String> styles = STYLE.matcher(attributes)
                .results()
                .flatMap(style -> List.of(style.group(1).split(" ")).stream())
                .toList();
        String shown = SPOKEN.matcher(cell.group(3)).replaceAll("").replaceAll("<[^>]*>", "");
        return new Cell(plain(shown).strip(), styles);
    }

    /** Text out of HTML. */
    static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
