package org.egcg.reporting.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.egcg.reporting.web.reading.Listed;
import org.egcg.reporting.web.reading.Period;

/** A list that can be cut to a span of time. */
abstract class PeriodPage extends TablesPage {

    /** The word for what is listed, in the plural; also what the address begins with, in lower case. */
    abstract String things();

    Period period() {
        return Period.of(pageRequest.parameter());
    }

    /** What is listed of a span of time. */
    abstract Listed list(Period period);

    String address() {
        return "/" + things().toLowerCase(Locale.ROOT) + "/";
    }

    @Override
    public String title() {
        return period().title(pages.now()) + " " + things();
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(menu(), address() + "recent"), Link.end(period().label()));
    }

    @Override
    public List<Link> siblings() {
        return Arrays.stream(Period.values())
                .map(period -> new Link(
                        period.label(),
                        address() + period.word(),
                        period == period() ? countHere() : reports.countKnown(list(period)),
                        period == period()))
                .toList();
    }
}
