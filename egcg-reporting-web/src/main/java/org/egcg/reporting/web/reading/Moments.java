package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.egcg.reporting.web.date.Dates;

/** Moments on the clocks of the facility, as pages write them. */
@ApplicationScoped
public class Moments {

    @Inject
    private PageSettings pages;

    public String minute(Instant moment) {
        return Dates.minute(LocalDateTime.ofInstant(moment, pages.zone()));
    }

    public String second(Instant moment) {
        return Dates.second(LocalDateTime.ofInstant(moment, pages.zone()));
    }

    public String minute(Optional<Instant> moment, String otherwise) {
        return moment.map(this::minute).orElse(otherwise);
    }
}
