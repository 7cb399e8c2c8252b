package org.egcg.reporting.web.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.web.home.Line;
import org.egcg.reporting.web.home.Overview;

/**
 * By which a main page that lies open tells whether it has to be drawn anew: two of the same digest say the same.
 *
 * @param asOf when what it says was read
 */
public record HomeState(String digest, Instant asOf) {

    private static final int DIGEST_BYTES = 12;

    /** How an instrument is. */
    record Standing(String instrument, ChartState state) {}

    static HomeState of(Overview overview, List<Standing> instruments, LocalDate today) {
        List<Object> said = List.of(
                overview.lines().stream().map(HomeState::said).toList(),
                overview.steps(),
                overview.samples(),
                overview.projects(),
                overview.runs(),
                overview.running(),
                overview.missing(),
                overview.blank(),
                instruments,
                today);
        return new HomeState(digest(said.toString()), overview.asOf());
    }

    /** How long the oldest has waited decides where a line stands, and grows with each reading. */
    private static List<Object> said(Line line) {
        return List.of(line.urgency(), line.count(), line.heading(), line.sentence(), line.items(), line.href());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
