package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * A request whose body is read within limits by all its readers. A form's fields are read here, and not by the server,
 * which would wait for them as long as the client likes.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final RequestSlot admission;
    private final Arrival arrival;
    private ServletInputStream body;
    private Map<String, String[]> parameters;

    LimitedRequest(HttpServletRequest request, RequestSlot admission, Arrival arrival) {
        super(request);
        this.admission = admission;
        this.arrival = arrival;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new TimedInput(super.getInputStream(), arrival);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Charset.forName(Objects.requireNonNullElse(getCharacterEncoding(), "UTF-8"));
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        // Only a form has fields in its body; the server knows those of the address without waiting.
        if (!FormFields.isForm(this)) {
            return super.getParameterMap();
        }
        try {
            if (parameters == null) {
                ServletInputStream form = getInputStream();
                FormFields fields = new FormFields(admission.memory());
                parameters = admission.receive(() -> fields.of(getQueryString(), form));
            }
            return Collections.unmodifiableMap(parameters);
        } catch (IOException brokenOff) {
            throw new Malformed("the request broke off", brokenOff);
        }
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Nothing here takes files. */
    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }
}
