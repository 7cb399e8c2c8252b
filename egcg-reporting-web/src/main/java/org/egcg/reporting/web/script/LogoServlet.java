package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.web.reading.PageSettings;

/** The facility's logo, from the file that the configuration names. */
@WebServlet("/logo")
public class LogoServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Map<String, String> TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg");

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Path> logo = pages.config().facility().logo().filter(Files::isReadable);
        Optional<String> type = logo.map(LogoServlet::type);
        if (logo.isEmpty() || type.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type.get());
        response.setHeader("Cache-Control", "max-age=3600");
        Files.copy(logo.get(), response.getOutputStream());
    }

    private static String type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
