package org.egcg.reporting.web.page;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an action of a form does last. */
final class Faces {

    private Faces() {}

    /** Sends the browser to a path of this host; gives the outcome to return. */
    static String redirect(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
        return null;
    }
}
