package org.egcg.reporting.yaml;

import java.util.Map;

/** Where something stands: a file, and the path of keys in it. */
record YamlLocation(String file, String path) {

    /** Where what is found at a path was written: there, or where the nearest thing around it was laid over it. */
    static YamlLocation of(String file, String path, Map<String, YamlLocation> laidOver) {
        String around = path;
        while (!laidOver.containsKey(around)) {
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            if (end < 0) {
                return new YamlLocation(file, path);
            }
            around = around.substring(0, end);
        }
        YamlLocation place = laidOver.get(around);
        return new YamlLocation(place.file(), place.path() + path.substring(around.length()));
    }
}
