package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is to be done to the documents of one resource.
 *
 * @param posts the documents that are new, each as JSON
 * @param patches those that are to be changed
 * @param same how many are stored as they should be
 */
public record ImportStep(String resource, String idField, List<byte[]> posts, List<Patch> patches, int same) {

    public ImportStep {
        posts = List.copyOf(posts);
        patches = List.copyOf(patches);
    }

    boolean isEmpty() {
        return posts.isEmpty() && patches.isEmpty();
    }

    /**
     * A change of a document.
     *
     * @param id what its id field says
     * @param changes the fields that differ, as they should be
     * @param before the same fields as they are; those that are missing there are new
     */
    public record Patch(String id, ObjectNode changes, ObjectNode before) {}
}
