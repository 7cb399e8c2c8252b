package org.egcg.reporting.review;

import org.bson.BsonDocument;
import org.egcg.reporting.resource.Receipt;

/**
 * An action that was performed and stored.
 *
 * @param receipt the stored document, with the reviews' explanations
 * @param data the action as clients are told about it
 */
public record Performed(Receipt receipt, BsonDocument data) {}
