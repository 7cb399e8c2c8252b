package org.egcg.reporting.client.folder;

/**
 * What an import did.
 *
 * @param posted documents newly stored
 * @param patched documents changed
 * @param same documents that were stored as they should be
 */
public record ImportResult(String runId, int posted, int patched, int same) {}
