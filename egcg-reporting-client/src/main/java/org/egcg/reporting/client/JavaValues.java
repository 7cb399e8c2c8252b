package org.egcg.reporting.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Java's values without a JSON form of their own are written, by the client's mapper as by the caller's: any
 * {@link CharSequence} is text, as a key as well; a file becomes a node that {@link FileFields} knows.
 */
final class JavaValues {
    private JavaValues() {}

    static SimpleModule textAndFiles() {
        return new SimpleModule("api-text-and-files")
                .addSerializer(
                        CharSequence.class, new Written<>((value, out, provider) -> out.writeString(value.toString())))
                .addKeySerializer(
                        CharSequence.class,
                        new Written<>((value, out, provider) -> out.writeFieldName(value.toString())))
                .addSerializer(Path.class, file(FilePart::of))
                .addSerializer(File.class, file(file -> FilePart.of(file.toPath())))
                .addSerializer(FilePart.class, file(Function.identity()))
                .addKeySerializer(Path.class, noKey())
                .addKeySerializer(File.class, noKey())
                .addKeySerializer(FilePart.class, noKey());
    }

    /** Optionals as their value or as null, for a mapper without a module of its own for them. */
    static SimpleModule optionals() {
        Written<Object> value = new Written<>((optional, out, provider) ->
                provider.defaultSerializeValue(((Optional<?>) optional).orElse(null), out));
        return new SimpleModule("api-optionals").addSerializer(Optional.class, value);
    }

    private static <T> Written<T> file(Function<T, FilePart> part) {
        return new Written<>((value, out, provider) -> {
            if (out instanceof TokenBuffer tree) {
                tree.writeEmbeddedObject(part.apply(value));
            } else {
                provider.reportMappingProblem("a file has no JSON form: %s", value);
            }
        });
    }

    private static <T> Written<T> noKey() {
        return new Written<>((value, out, provider) ->
                provider.reportMappingProblem("a file cannot be the name of a field: %s; name it by its text", value));
    }

    /** Writes one value, also where types are written along. */
    private static final class Written<T> extends JsonSerializer<T> {
        private final Writing<T> writing;

        Written(Writing<T> writing) {
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            writing.write(value, out, provider);
        }

        @Override
        public void serializeWithType(T value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            writing.write(value, out, provider);
        }
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(T value, JsonGenerator out, SerializerProvider provider) throws IOException;
    }
}
