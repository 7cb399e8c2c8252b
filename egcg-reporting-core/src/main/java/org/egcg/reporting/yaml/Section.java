package org.egcg.reporting.yaml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping of a YAML file: keys in the file's order, values asked for by type. A value of another type, a missing
 * one and an unknown key are answered with {@link Misconfigured}, which names file and key. A key without a value
 * counts as absent. Another file may be laid over it. Immutable.
 */
public final class Section {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-M-d[ H:m[:s]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);

    private final String file;
    private final String path;
    private final Map<String, Object> entries;

    /** What other files have laid over this one, by its path. */
    private final Map<String, YamlLocation> laidOver;

    private Section(String file, String path, Map<String, Object> entries, Map<String, YamlLocation> laidOver) {
        this.file = file;
        this.path = path;
        this.entries = entries;
        this.laidOver = laidOver;
    }

    /** Reads a whole file; an empty one is an empty section. Nothing but plain data is ever built from it. */
    public static Section read(String file, String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            return of(file, "", root == null ? Map.of() : root, Map.of());
        } catch (MarkedYAMLException broken) {
            throw new Misconfigured(file, place(broken), broken.getProblem());
        } catch (YAMLException broken) {
            throw new Misconfigured(file, "whole file", broken.getMessage());
        }
    }

    private static String place(MarkedYAMLException broken) {
        return broken.getProblemMark() == null
                ? "whole file"
                : "line " + (broken.getProblemMark().getLine() + 1);
    }

    private static Section of(String file, String path, Object value, Map<String, YamlLocation> laidOver) {
        if (!(value instanceof Map<?, ?> map)) {
            YamlLocation place = YamlLocation.of(file, path, laidOver);
            throw new Misconfigured(place.file(), path.isEmpty() ? "whole file" : place.path(), "must be a mapping");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return new Section(file, path, Collections.unmodifiableMap(entries), laidOver);
    }

    /**
     * This whole file with another laid over it, as a merge patch (RFC 7396): mappings are merged, null takes a key out,
     * anything else takes the place of what is there. Lists are replaced, or added to by a mapping of {@code append} and
     * {@code prepend}. Messages about what came of the other file name that.
     */
    public Section under(Section overlay) {
        Map<String, YamlLocation> places = new HashMap<>(laidOver);
        Map<String, Object> merged = new Overlay(overlay.file, places).over(path, entries, overlay.entries);
        return new Section(file, path, Collections.unmodifiableMap(merged), Collections.unmodifiableMap(places));
    }

    /** The file, as named in messages. */
    public String file() {
        return file;
    }

    /** The keys in the file's order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** Whether the key has a value. */
    public boolean has(String key) {
        return entries.get(key) != null;
    }

    /** Refuses the keys that are not among the known ones, all in one message. */
    public Section allowOnly(Set<String> known) {
        List<String> unknown =
                keys().stream().filter(key -> !known.contains(key)).toList();
        if (!unknown.isEmpty()) {
            YamlLocation first = place(unknown.get(0));
            String others = unknown.stream()
                    .skip(1)
                    .filter(key -> place(key).file().equals(first.file()))
                    .map(key -> ", " + key)
                    .collect(Collectors.joining());
            throw new Misconfigured(first.file(), first.path() + others, "unknown key");
        }
        return this;
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** The text under a key; a number or truth value counts as its text. */
    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(entries.get(key)).map(value -> asText(key, value));
    }

    private String asText(String key, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "must be text");
        }
        return value.toString();
    }

    /** The texts of a list; empty if the key is absent. */
    public List<String> texts(String key) {
        return list(key).stream().map(value -> asText(key, value)).toList();
    }

    /** Whether the key says {@code true}; {@code false} if it is absent. */
    public boolean flag(String key) {
        return flag(key, false);
    }

    /** What the key says, or the given value if it is absent. */
    public boolean flag(String key, boolean otherwise) {
        Object value = entries.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "must be true or false");
    }

    /** The whole number under a key. */
    public OptionalLong whole(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        throw wrong(key, "must be a whole number");
    }

    /** The number under a key. */
    public OptionalDouble number(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw wrong(key, "must be a number");
    }

    /** The moment under a key, {@code yyyy-m-d} with or without {@code h:m:s}, as it is written, in no time zone. */
    public Optional<LocalDateTime> moment(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Date date) {
            return Optional.of(LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
        }
        try {
            return Optional.of(LocalDateTime.parse(asText(key, value).strip(), MOMENT));
        } catch (DateTimeException noMoment) {
            throw wrong(key, "must be a date, with or without a time");
        }
    }

    /** The mapping under a key; an empty one if the key is absent. */
    public Section section(String key) {
        Object value = entries.get(key);
        return of(file, inside(key), value == null ? Map.of() : value, laidOver);
    }

    /** Whether a mapping stands under the key. */
    public boolean isSection(String key) {
        return entries.get(key) instanceof Map;
    }

    /** Whether the key says {@code true} or {@code false}. */
    public boolean isFlag(String key) {
        return entries.get(key) instanceof Boolean;
    }

    /** Whether a list stands under the key. */
    public boolean isList(String key) {
        return entries.get(key) instanceof List;
    }

    /** The mappings of a list; empty if the key is absent. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Object member : list(key)) {
            sections.add(of(file, inside(key) + "[" + sections.size() + "]", member, laidOver));
        }
        return List.copyOf(sections);
    }

    /** The members of a list, each its text or, where a mapping stands, a section; empty if the key is absent. */
    public List<Object> members(String key) {
        List<Object> members = new ArrayList<>();
        for (Object member : list(key)) {
            members.add(
                    member instanceof Map
                            ? of(file, inside(key) + "[" + members.size() + "]", member, laidOver)
                            : asText(key, member));
        }
        return List.copyOf(members);
    }

    private List<?> list(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && !list.contains(null)) {
            return list;
        }
        throw wrong(key, "must be a list without empty members");
    }

    /** What is to be thrown if the value of a key is of no use. */
    public Misconfigured wrong(String key, String reason) {
        return new Misconfigured(place(key).file(), place(key).path(), reason);
    }

    /** The file that says what stands under the key: this one, or one that is laid over it. */
    public String fileOf(String key) {
        return place(key).file();
    }

    private YamlLocation place(String key) {
        return YamlLocation.of(file, inside(key), laidOver);
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
