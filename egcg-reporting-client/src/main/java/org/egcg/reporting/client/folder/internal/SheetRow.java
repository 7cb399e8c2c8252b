package org.egcg.reporting.client.folder.internal;

import java.util.Optional;

/**
 * One line of a sample sheet.
 *
 * @param lane from 1; 0 for all lanes
 * @param sample the sample's id
 * @param name what the customer calls the sample
 * @param barcode one barcode or two with {@code -} between; empty where the sample has a lane of its own
 */
public record SheetRow(
        int lane,
        String sample,
        Optional<String> name,
        Optional<String> project,
        Optional<String> library,
        Optional<String> plate,
        String barcode) {}
