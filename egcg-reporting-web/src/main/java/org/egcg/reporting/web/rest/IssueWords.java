package org.egcg.reporting.web.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.MomentText;

/** Issues of documents as one text: each with its place and, where a type is missed, the form that is expected. */
final class IssueWords {

    private static final int MOST = 20;
    private static final Map<String, String> FORMS = Map.of(
            "must be of integer type", "a whole number of 64 bits such as 12",
            "must be of float type", "a number such as 1.5",
            "must be of datetime type", MomentText.FORMS,
            "must be of objectid type", "24 hexadecimal digits",
            "must be of string type", "a text",
            "must be of list type", "a list",
            "must be of dict type", "an object",
            "null value not allowed", "a value");

    private final List<String> words = new ArrayList<>();

    private IssueWords() {}

    /** @param issues of one document, by field */
    static String of(BsonDocument issues) {
        IssueWords words = new IssueWords();
        words.add("", issues);
        return words.text();
    }

    /** @param issues of the documents of one request; those of several are named by their position, from 0 */
    static String ofAll(List<Optional<BsonDocument>> issues) {
        IssueWords words = new IssueWords();
        for (int position = 0; position < issues.size(); position++) {
            String place = issues.size() == 1 ? "" : "[" + position + "]";
            issues.get(position).ifPresent(found -> words.add(place, found));
        }
        return words.text();
    }

    private void add(String place, BsonValue issues) {
        if (issues.isDocument()) {
            issues.asDocument().forEach((field, inside) -> add(place.isEmpty() ? field : place + "." + field, inside));
        } else if (issues.isArray()) {
            issues.asArray().forEach(message -> add(place, message));
        } else {
            String message = issues.asString().getValue();
            String form = FORMS.get(message);
            words.add(place + ": " + message + (form == null ? "" : "; expected " + form));
        }
    }

    private String text() {
        String first = String.join(". ", words.subList(0, Math.min(MOST, words.size())));
        return words.size() <= MOST ? first : first + ". And " + (words.size() - MOST) + " more, see _issues";
    }
}
