package org.egcg.reporting.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/** The white space of the API's JSON. */
final class Blanks {

    private static final DefaultIndenter FOUR = new DefaultIndenter("    ", "\n");
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(FOUR)
            .withArrayIndenter(FOUR);
    /** Encoded once, as each stands behind every field. */
    private static final SerializedString COLON = new SerializedString(": ");

    private static final SerializedString COMMA = new SerializedString(", ");
    private static final PrettyPrinter ONE_LINE = new OneLine();

    private Blanks() {}

    static PrettyPrinter oneLine() {
        return ONE_LINE;
    }

    static PrettyPrinter indented() {
        return INDENTED.createInstance();
    }

    private static final class OneLine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(COLON);
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
            json.writeRaw(COMMA);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(COMMA);
        }
    }
}
