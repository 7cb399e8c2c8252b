package org.egcg.reporting.internal.clarity;

import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.xml.XmlElement;

/** Clarity answered, with another status than the call allows. It never leaves this room. */
final class ClarityRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private ClarityRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static ClarityRefusal of(String call, int status, byte[] body) {
        return new ClarityRefusal(status, call + ": " + status + ": " + said(body));
    }

    private static String said(byte[] body) {
        try {
            XmlElement answer = XmlElement.read(body);
            return (text(answer, "message") + " " + text(answer, "suggested-actions")).strip();
        } catch (Malformed noXml) {
            return "no further word";
        }
    }

    private static String text(XmlElement answer, String name) {
        return answer.child(name).map(XmlElement::text).orElse("");
    }

    int status() {
        return status;
    }

    /** Whether it is the account that Clarity does not accept. */
    boolean ofTheAccount() {
        return status == 401 || status == 403;
    }

    /** Whether asking for the same again, a moment later, may be right: nothing has happened yet. */
    boolean ofTheMoment() {
        return status == 400 || status == 404 || status == 409;
    }

    Unavailable asFault() {
        return new Unavailable("clarity", "The LIMS refused " + getMessage(), this);
    }
}
