package org.egcg.reporting.web.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the gate of this virtual machine give its port away, if there is one; the server may listen there from now on. */
public final class GateOpening {

    private static final Logger LOG = System.getLogger(GateOpening.class.getName());

    private GateOpening() {}

    /** The gate is not the class of this name that this application has loaded, but the one that came before all others. */
    public static void happens() {
        try {
            Class.forName(Gate.class.getName(), false, ClassLoader.getSystemClassLoader())
                    .getMethod("open")
                    .invoke(null);
        } catch (ClassNotFoundException none) {
            LOG.log(Level.DEBUG, "There is no gate to be opened");
        } catch (ReflectiveOperationException closed) {
            LOG.log(Level.WARNING, "The gate does not open", closed);
        }
    }
}
