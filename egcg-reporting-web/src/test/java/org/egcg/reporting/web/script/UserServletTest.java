package org.egcg.reporting.web.script;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a servlet for users cannot forget to ask for the user. */
class UserServletTest {

    /** Its file is for whoever looks at the login page. */
    private static final List<Class<?>> OPEN = List.of(LogoServlet.class);

    @Test
    void everyServletOfThePagesAsksForTheUserItself() throws IOException {
        assertThat(servlets())
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(servlet -> OPEN.contains(servlet) || UserServlet.class.isAssignableFrom(servlet));
    }

    private static List<Class<?>> servlets() throws IOException {
        Path room = Path.of("target/classes", UserServlet.class.getPackageName().split("\\."));
        try (Stream<Path> files = Files.list(room)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && name.indexOf('-') < 0)
                    .<Class<?>>map(name -> named(name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(WebServlet.class))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(
                    UserServlet.class.getPackageName() + "." + name, false, UserServlet.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
