package org.egcg.reporting.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.egcg.reporting.web.route.AdmittedRequest;

/**
 * Sends the files that pages are drawn with. The server's own servlet for files is not used: it would also send what
 * libraries have in them, and lead to directories by an address that names the host that the client has named.
 */
@WebServlet({Assets.DIRECTORY + "*", "/favicon.ico"})
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Assets.Asset asset =
                assets.named(AdmittedRequest.of(request).address().path()).orElse(null);
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("ETag", asset.tag());
        response.setHeader("Cache-Control", "public, max-age=300");
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        try (InputStream file = getServletContext().getResourceAsStream(asset.path())) {
            file.transferTo(response.getOutputStream());
        }
    }
}
