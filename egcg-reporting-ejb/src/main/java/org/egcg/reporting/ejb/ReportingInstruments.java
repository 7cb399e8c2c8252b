package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.security.Role;

/** Control charts of instruments, for viewers, and what was done to instruments, which editors note. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingInstruments {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    /** How charts are made. */
    @AllowedTo(Role.VIEWER)
    public ControlSettings settings() {
        return reporting.controlCharts().settings();
    }

    /** All charts as they are now. */
    @AllowedTo(Role.VIEWER)
    public ControlSnapshot now() {
        return reporting.controlCharts().now();
    }

    /** What was done to instruments, by day. */
    @AllowedTo(Role.VIEWER)
    public List<InstrumentEvent> events() {
        return reporting.controlCharts().events().all();
    }

    /** Notes in the name of the current user what was done to an instrument. */
    @AllowedTo(Role.EDITOR)
    public InstrumentEvent note(String instrument, EventKind kind, LocalDate day, String text, boolean newBaseline) {
        InstrumentEvent event =
                reporting.controlCharts().events().write(instrument, kind, day, text, newBaseline, user.name());
        reporting.controlCharts().changed();
        return event;
    }

    /** Takes back what was noted; who did so stays known. */
    @AllowedTo(Role.EDITOR)
    public InstrumentEvent takeBack(ObjectId id) {
        InstrumentEvent event = reporting.controlCharts().events().delete(id, user.name());
        reporting.controlCharts().changed();
        return event;
    }
}
