package org.egcg.reporting.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Moments on the clocks of the facility, as pages write them. */
@ApplicationScoped
public class Moments {

    @Inject
    private Pages pages;

    String minute(Instant moment) {
        return Wording.minute(LocalDateTime.ofInstant(moment, pages.zone()));
    }

    String minute(Optional<Instant> moment, String otherwise) {
        return moment.map(this::minute).orElse(otherwise);
    }
}
