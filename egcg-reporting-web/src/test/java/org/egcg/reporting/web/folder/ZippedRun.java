package org.egcg.reporting.web.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;

/** Archives as users drop them on a page. */
public final class ZippedRun {
    private ZippedRun() {}

    /** The folder of a run of two lanes with three samples each, written below a directory. */
    public static byte[] of(String runId, Path below) throws IOException {
        Path folder = ExampleFolder.write(new ExampleRun(runId, 2, ExampleRun.reads("51 8i 8i 51"), 3, true), below);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(runId + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return of(files);
    }

    /** Files by their names. */
    public static byte[] of(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
