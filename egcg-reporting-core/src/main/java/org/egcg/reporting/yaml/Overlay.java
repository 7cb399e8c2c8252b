package org.egcg.reporting.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Misconfigured;

/**
 * Lays one file over another: a merge patch (RFC 7396). Mappings are merged key by key, null takes a key out, anything
 * else takes the place of what is there. Where a list is, a mapping of {@code append} and {@code prepend} adds members
 * to it. Remembers what came from where. For one thread, once.
 */
final class Overlay {

    private static final String APPEND = "append";
    private static final String PREPEND = "prepend";

    private final String file;
    private final Map<String, YamlLocation> places;

    /**
     * @param file the file that is laid over, for messages
     * @param places where what has been laid over so far came from, by the path of the whole; more is added
     */
    Overlay(String file, Map<String, YamlLocation> places) {
        this.file = file;
        this.places = places;
    }

    Map<String, Object> over(String path, Map<?, ?> target, Map<?, ?> patch) {
        Map<String, Object> merged = new LinkedHashMap<>();
        target.forEach((key, value) -> merged.put(String.valueOf(key), value));
        patch.forEach((key, value) -> put(merged, path, String.valueOf(key), value));
        return merged;
    }

    private void put(Map<String, Object> merged, String path, String key, Object value) {
        String here = path.isEmpty() ? key : path + "." + key;
        Object present = merged.get(key);
        if (value instanceof Map<?, ?> patch && present instanceof Map<?, ?> target) {
            merged.put(key, over(here, target, patch));
        } else if (value instanceof Map<?, ?> patch && present instanceof List<?> list) {
            merged.put(key, added(here, list, patch));
        } else {
            places.put(here, new YamlLocation(file, here));
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        }
    }

    private List<Object> added(String path, List<?> list, Map<?, ?> patch) {
        if (!Set.of(APPEND, PREPEND).containsAll(patch.keySet())) {
            throw new Misconfigured(file, path, "is a list: give another one, or a mapping of append and prepend");
        }
        List<?> before = members(path, PREPEND, patch);
        List<?> after = members(path, APPEND, patch);
        List<Object> all = new ArrayList<>(before);
        all.addAll(list);
        all.addAll(after);
        note(path, PREPEND, before.size(), 0);
        note(path, APPEND, after.size(), before.size() + list.size());
        return all;
    }

    private List<?> members(String path, String key, Map<?, ?> patch) {
        Object members = patch.get(key);
        if (members == null) {
            return List.of();
        }
        if (members instanceof List<?> list) {
            return list;
        }
        throw new Misconfigured(file, path + "." + key, "must be a list");
    }

    private void note(String path, String key, int count, int from) {
        for (int i = 0; i < count; i++) {
            places.put(path + "[" + (from + i) + "]", new YamlLocation(file, path + "." + key + "[" + i + "]"));
        }
    }
}
