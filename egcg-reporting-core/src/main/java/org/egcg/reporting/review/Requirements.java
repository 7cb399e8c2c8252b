package org.egcg.reporting.review;

import org.bson.BsonNumber;

/**
 * What was ordered for a sample.
 *
 * @param yield gigabases
 * @param coverage mean depth, in times the genome
 */
public record Requirements(BsonNumber yield, BsonNumber coverage) {}
