package org.egcg.reporting.notice.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Watch;

/**
 * A disk that is nearly full, once a day.
 *
 * @param directory where the service keeps what it keeps
 */
record DiskWatch(Path directory, ZoneId zone) implements Watch {

    private static final long ENOUGH = 2L << 30;
    private static final int PARTS = 50;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public List<Notice> look(Instant now) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try {
            FileStore disk = Files.getFileStore(directory);
            long free = disk.getUsableSpace();
            return free < ENOUGH && free < disk.getTotalSpace() / PARTS ? List.of(full(free >> 20, now)) : List.of();
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private Notice full(long megabytes, Instant now) {
        return Notice.of(
                NoticeKind.STORE_TROUBLE,
                "disk/" + LocalDate.ofInstant(now, zone),
                now,
                "The disk is nearly full",
                "Only " + megabytes + " MB are free where the service keeps its data.",
                "/");
    }
}
