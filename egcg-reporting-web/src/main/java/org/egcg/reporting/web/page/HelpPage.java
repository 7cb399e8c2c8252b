package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.page.HelpTopics.Point;
import org.egcg.reporting.web.page.HelpTopics.Topic;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.Misread;

/** What one can do on each kind of page. */
@Named("help")
@RequestScoped
public class HelpPage implements Page {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Override
    public String title() {
        return HelpTopics.named(pageRequest.parameter()).map(Topic::title).orElse("Help");
    }

    @Override
    public List<Link> crumbs() {
        Link main = Link.to("Main page", "/");
        return HelpTopics.named(pageRequest.parameter()).isEmpty()
                ? List.of(main, Link.end(title()))
                : List.of(main, Link.to("Help", "/help"), Link.end(title()));
    }

    @Override
    public String notFound() {
        return pageRequest.parameter().isEmpty()
                        || HelpTopics.named(pageRequest.parameter()).isPresent()
                ? ""
                : "There is no help on “" + Misread.quoted(pageRequest.parameter()) + "”, so all of it is shown.";
    }

    /** What is shown: the topic that the address names, or all of them. */
    public List<Topic> topics() {
        return HelpTopics.named(pageRequest.parameter())
                .map(Stream::of)
                .orElse(HelpTopics.all().stream())
                .toList();
    }

    /** Where the link of a point leads. */
    public String address(Point point) {
        return point.href().replace("{api}", pages.config().api().prefix());
    }

    /** The way to the other topics. */
    public List<Link> others() {
        return HelpTopics.all().stream()
                .map(topic ->
                        new Link(topic.title(), topic.href(), "", topic.word().equals(pageRequest.parameter())))
                .toList();
    }
}
