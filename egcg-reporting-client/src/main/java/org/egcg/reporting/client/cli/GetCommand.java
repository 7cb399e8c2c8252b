package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.egcg.reporting.client.Communicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Documents to the standard output. */
@Command(name = "get", description = "Prints the documents that fit, as a JSON array.", mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Mixin
    private QueryOptions selection;

    @Option(
            names = {"-a", "--all"},
            description = "All pages, not only the first one")
    private boolean all;

    @Option(
            names = {"-l", "--lines"},
            description = "One document per line, without brackets and commas around")
    private boolean lines;

    @Option(
            names = {"-p", "--pretty"},
            description = "Indented")
    private boolean pretty;

    @Option(names = "--first", description = "The first document only; exit code 3 without one")
    private boolean first;

    @Option(names = "--id", paramLabel = "ID", description = "The document with this _id")
    private String id;

    @Option(names = "--content", description = "The page as the server answers it, with links and totals")
    private boolean content;

    @Override
    public Integer call() {
        try (Communicator communicator = connection.open()) {
            return print(communicator);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private int print(Communicator communicator) {
        PrintWriter out = spec.commandLine().getOut();
        String endpoint = selection.endpoint();
        if (id != null) {
            out.println(text(communicator.getItem(endpoint, id)));
        } else if (content) {
            out.println(text(communicator.getContent(endpoint, selection.query())));
        } else if (first) {
            Optional<JsonNode> document = communicator.getDocument(endpoint, selection.query());
            document.ifPresent(found -> out.println(text(found)));
            return document.isPresent() ? 0 : Failures.NOTHING;
        } else {
            try (Stream<JsonNode> documents = documents(communicator)) {
                printAll(out, documents.iterator());
            }
        }
        return 0;
    }

    private Stream<JsonNode> documents(Communicator communicator) {
        return all
                ? communicator.streamDocuments(selection.endpoint(), selection.query())
                : communicator.getDocuments(selection.endpoint(), selection.query()).stream();
    }

    private void printAll(PrintWriter out, Iterator<JsonNode> documents) {
        boolean any = documents.hasNext();
        out.print(lines ? "" : any ? "[\n" : "[");
        while (documents.hasNext()) {
            out.print(text(documents.next()));
            out.print(lines || !documents.hasNext() ? "\n" : ",\n");
        }
        out.print(lines ? "" : "]\n");
    }

    private String text(JsonNode document) {
        return pretty && !lines ? document.toPrettyString() : document.toString();
    }
}
