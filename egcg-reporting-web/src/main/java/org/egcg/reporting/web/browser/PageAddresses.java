package org.egcg.reporting.web.browser;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** Makes forms post to the address that people see, and not to that of the view behind it. */
public class PageAddresses extends ViewHandlerWrapper {

    public PageAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Object path = request.getAttribute(PageFilter.PATH);
        if (path == null) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.getAttribute(PageFilter.QUERY);
        return path + (query == null ? "" : query.toString());
    }
}
