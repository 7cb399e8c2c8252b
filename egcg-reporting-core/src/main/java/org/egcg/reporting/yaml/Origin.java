package org.egcg.reporting.yaml;

import java.util.Map;

/** Where something stands: a file, and the path of keys in it. */
record Origin(String file, String path) {

    /** Where what is found at a path was written: there, or where the nearest thing around it was laid over it. */
    static Origin of(String file, String path, Map<String, Origin> laidOver) {
        String around = path;
        while (!laidOver.containsKey(around)) {
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            if (end < 0) {
                return new Origin(file, path);
            }
            around = around.substring(0, end);
        }
        Origin place = laidOver.get(around);
        return new Origin(place.file(), place.path() + path.substring(around.length()));
    }
}
