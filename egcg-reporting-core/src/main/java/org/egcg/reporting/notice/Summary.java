package org.egcg.reporting.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Many notices of one kind and group in one. */
final class Summary {

    private static final int NAMED = 3;

    private Summary() {}

    static Notice of(List<Notice> many) {
        Notice first = many.get(0);
        String about = NoticeIds.of(many.stream().map(Notice::key).sorted().toArray(String[]::new))
                .toHexString();
        String named = many.stream().limit(NAMED).map(Notice::subject).collect(Collectors.joining("; "));
        String rest = many.size() > NAMED ? "; and " + (many.size() - NAMED) + " more" : "";
        List<Optional<String>> instruments =
                many.stream().map(Notice::instrument).distinct().toList();
        String group = first.group().isEmpty() ? "" : first.group() + ": ";
        return Notice.of(
                        first.kind(),
                        "many/" + about,
                        many.get(many.size() - 1).at(),
                        group + many.size() + " " + first.kind().many(),
                        named + rest + ".",
                        link(many))
                .within(first.group())
                .ofProjects(
                        many.stream().flatMap(one -> one.projects().stream()).toList())
                .on(instruments.size() == 1 ? instruments.get(0) : Optional.empty())
                .being(many.stream().map(Notice::urgency).max(Enum::compareTo).orElse(first.urgency()));
    }

    /** The page that all have in common. */
    private static String link(List<Notice> many) {
        List<String> links = many.stream().map(Notice::link).distinct().toList();
        List<String> projects =
                many.stream().flatMap(one -> one.projects().stream()).distinct().toList();
        return links.size() > 1 && projects.size() == 1 ? Pages.project(projects.get(0)) : links.get(0);
    }
}
