package org.egcg.reporting.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Java values to JSON and back as the API spells it: {@code ", "} and {@code ": "}, ASCII only, its own dates. */
final class ApiJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS, false)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .addModule(dates())
            .addModule(JavaValues.optionals())
            .addModule(JavaValues.textAndFiles())
            .build();

    private static final ObjectWriter TEXT = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEntrySpacing(Separators.Spacing.AFTER)
                    .withArrayValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
            .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance));

    private ApiJson() {}

    /** The caller's mapper, with text and files written as the client does. */
    static ObjectMapper taught(ObjectMapper own) {
        return own.copy().registerModule(JavaValues.textAndFiles());
    }

    /**
     * A value as a tree, in which files are nodes of their own kind; {@link IllegalArgumentException} for what has no
     * JSON form, old date classes included.
     */
    static JsonNode tree(ObjectMapper mapper, @Nullable Object value) {
        return mapper.valueToTree(value);
    }

    static JsonNode tree(@Nullable Object value) {
        return tree(MAPPER, value);
    }

    /** A tree as text, spelt as the pipelines in Python spell it. */
    static String text(JsonNode tree) {
        try {
            return TEXT.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form", e);
        }
    }

    private static SimpleModule dates() {
        return new SimpleModule("api-dates")
                .addSerializer(LocalDateTime.class, new Moments<>(LocalDateTime.class))
                .addSerializer(Instant.class, new Moments<>(Instant.class))
                .addSerializer(Date.class, new NoDates<>(Date.class))
                .addSerializer(Calendar.class, new NoDates<>(Calendar.class))
                .addDeserializer(LocalDateTime.class, new LocalMoments())
                .addDeserializer(Instant.class, new Instants());
    }

    private static final class Moments<T> extends StdScalarSerializer<T> {
        Moments(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(
                    value instanceof Instant moment ? ApiDate.format(moment) : ApiDate.format((LocalDateTime) value));
        }
    }

    private static final class NoDates<T> extends StdScalarSerializer<T> {
        NoDates(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.reportMappingProblem(
                    "%s has no JSON form here: send an Instant, a LocalDateTime in UTC or ApiDate's text",
                    handledType().getName());
        }
    }

    private static final class LocalMoments extends StdScalarDeserializer<LocalDateTime> {
        LocalMoments() {
            super(LocalDateTime.class);
        }

        @Override
        public LocalDateTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return ApiDate.parse(in.getValueAsString());
        }
    }

    private static final class Instants extends StdScalarDeserializer<Instant> {
        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return ApiDate.parse(in.getValueAsString()).toInstant(ZoneOffset.UTC);
        }
    }
}
