/**
 * What does a YAML file say? Start with {@link org.egcg.reporting.yaml.Section}: typed access to what stands under a
 * key, and every mistake reported with file, key and reason. What the keys mean, and which are known, each room that
 * reads a file says itself.
 */
@NullMarked
package org.egcg.reporting.yaml;

import org.jspecify.annotations.NullMarked;
