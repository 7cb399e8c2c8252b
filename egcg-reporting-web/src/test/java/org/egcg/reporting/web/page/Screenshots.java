package org.egcg.reporting.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Takes pictures of the pages of a running server. Arguments: its address, a user, the password, the directory for the
 * pictures, then the paths of the pages.
 */
final class Screenshots {

    private static final int TALLEST = 1600;

    private Screenshots() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        Path directory = Path.of(given.get(3));
        List<String> paths = given.subList(4, given.size());
        try (Browser browser = new Browser(given.get(0))) {
            for (int width : widths()) {
                for (ColorScheme colours : colours()) {
                    BrowserContext visitor = browser.visitor(width, 900, colours);
                    Page page = Browser.logIn(visitor, given.get(1), given.get(2));
                    paths.forEach(path -> take(page, path, directory, width, colours));
                    visitor.close();
                }
            }
        }
    }

    private static List<Integer> widths() {
        return java.util.Arrays.stream(System.getProperty("widths", "1440,800").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private static List<ColorScheme> colours() {
        return java.util.Arrays.stream(
                        System.getProperty("colours", "LIGHT,DARK").split(","))
                .map(ColorScheme::valueOf)
                .toList();
    }

    private static void take(Page page, String path, Path directory, int width, ColorScheme colours) {
        page.navigate(path);
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, Math.min(TALLEST, Math.max(900, height)));
        page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name(path, width, colours))));
        page.setViewportSize(width, 900);
    }

    private static String name(String path, int width, ColorScheme colours) {
        String plain = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return "%s-%d-%s.png"
                .formatted(
                        plain.isEmpty() ? "home" : plain, width, colours.name().toLowerCase(Locale.ROOT));
    }
}
