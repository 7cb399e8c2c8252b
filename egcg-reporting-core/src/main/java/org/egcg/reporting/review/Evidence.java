package org.egcg.reporting.review;

import org.bson.BsonDocument;

/**
 * A document together with what is worked out of it once, by however many limits it is judged.
 *
 * @param subject what it is judged as
 * @param circumstances those on which the limits depend
 * @param reads how many reads its run has; 0 if it does not say
 * @param genotyped whether metrics of a genotype count: always, but for samples whose genotype has not been compared yet
 * @param required what was ordered, of a sample
 */
record Evidence(
        Subject subject,
        BsonDocument document,
        Circumstances circumstances,
        int reads,
        boolean genotyped,
        Requirements required) {}
