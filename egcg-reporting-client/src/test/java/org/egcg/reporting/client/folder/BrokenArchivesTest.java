package org.egcg.reporting.client.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are broken, or were made to harm, are refused in a sentence, and nothing is written outside of them. */
class BrokenArchivesTest {
    private static final byte[] RUN_INFO =
            "<?xml version=\"1.0\"?>\n<RunInfo><Run Id=\"r1\"></Run></RunInfo>\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> ELSEWHERE = List.of(
            "../RunInfo.xml",
            "a/../../RunInfo.xml",
            "/RunInfo.xml",
            "//RunInfo.xml",
            "/etc/RunInfo.xml",
            "./../RunInfo.xml",
            "r/../../../../../../tmp/RunInfo.xml");
    private static final int LARGE = 80 << 20;

    @TempDir
    private Path folders;

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        });
    }

    private static byte[] tar(TarArchiveEntry entry, byte[] content) throws IOException {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        });
    }

    private static byte[] gz(byte[] content) throws IOException {
        return bytes(out -> {
            try (OutputStream packed = new GZIPOutputStream(out)) {
                packed.write(content);
            }
        });
    }

    private static byte[] cut(byte[] bytes, double part) {
        return Arrays.copyOf(bytes, (int) (bytes.length * part));
    }

    /** With a number in the place of another, as the head of the first file has it. */
    private static byte[] with(byte[] bytes, int place, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(place, (short) value);
        return bytes;
    }

    /** A head whose name, or note, is another file of a tar, and long. */
    private static byte[] longHead(byte kind) throws IOException {
        byte[] tar = tar(new TarArchiveEntry("note"), new byte[48 << 20]);
        int before = tar[TarConstants.LF_OFFSET];
        tar[TarConstants.LF_OFFSET] = kind;
        int sum =
                Integer.parseInt(new String(tar, TarConstants.CHKSUM_OFFSET, 6, StandardCharsets.US_ASCII).strip(), 8);
        byte[] other = "%06o".formatted(sum - before + kind).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(other, 0, tar, TarConstants.CHKSUM_OFFSET, other.length);
        return gz(tar);
    }

    private static byte[] files(int count) throws IOException {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int number = 0; number < count; number++) {
                    zip.putNextEntry(new ZipEntry(number + ".txt"));
                }
            }
        });
    }

    private static Map<String, byte[]> archives() throws IOException {
        Map<String, byte[]> archives = new LinkedHashMap<>();
        for (String name : ELSEWHERE) {
            archives.put("elsewhere " + archives.size() + ".zip", zip(name, RUN_INFO));
            archives.put("elsewhere " + archives.size() + ".tar", tar(new TarArchiveEntry(name, true), RUN_INFO));
        }
        archives.put("no name.zip", zip("r/\0RunInfo.xml", RUN_INFO));
        archives.put("below a file.zip", bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.xml"));
                zip.write(RUN_INFO);
                zip.putNextEntry(new ZipEntry("a.xml/RunInfo.xml"));
                zip.write(RUN_INFO);
            }
        }));
        archives.put("bomb.zip", zip("r/RunInfo.xml", new byte[LARGE]));
        archives.put("bomb of what is passed over.zip", zip("r/Images/a.bcl", new byte[LARGE]));
        archives.put("bomb.tgz", gz(tar(new TarArchiveEntry("r/RunInfo.xml"), new byte[LARGE])));
        archives.put("bomb of what is passed over.tar.gz", gz(tar(new TarArchiveEntry("a.bcl"), new byte[LARGE])));
        archives.put("long name.tgz", longHead(TarConstants.LF_GNUTYPE_LONGNAME));
        archives.put("long link.tgz", longHead(TarConstants.LF_GNUTYPE_LONGLINK));
        archives.put("long note.tgz", longHead(TarConstants.LF_PAX_EXTENDED_HEADER_LC));
        archives.put("long note of all.tgz", longHead(TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER));
        archives.put("many files.zip", files(5_001));
        archives.put("wrong within.zip", zip("r/RunInfo.xml", cut(RUN_INFO, 0.8)));
        archives.put("cut.zip", cut(zip("r/RunInfo.xml", RUN_INFO), 0.4));
        archives.put("cut.tar", cut(tar(new TarArchiveEntry("r/RunInfo.xml"), RUN_INFO), 0.054));
        archives.put("cut in its head.tar", cut(tar(new TarArchiveEntry("r/RunInfo.xml"), RUN_INFO), 0.02));
        archives.put("cut.tar.gz", cut(gz(tar(new TarArchiveEntry("r/RunInfo.xml"), RUN_INFO)), 0.5));
        archives.put("wrong sum.tgz", with(gz(tar(new TarArchiveEntry("a.xml"), RUN_INFO)), 30, 0x5555));
        archives.put("encrypted.zip", with(zip("r/RunInfo.xml", RUN_INFO), 6, 1));
        archives.put("packed otherwise.zip", with(zip("r/RunInfo.xml", RUN_INFO), 8, 99));
        for (String name : List.of("text.zip", "text.tar", "text.tar.gz", "text.tgz")) {
            archives.put(name, "this is no archive ".repeat(100).getBytes(StandardCharsets.UTF_8));
            archives.put("empty " + name, new byte[0]);
        }
        return archives;
    }

    @Test
    void areRefusedAndNamed() throws IOException {
        Map<String, byte[]> archives = archives();
        Path within = Files.createDirectory(folders.resolve("within"));
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            Path file = Files.write(within.resolve(archive.getKey()), archive.getValue());
            Throwable refused = catchThrowable(() -> read(file));
            assertThat(refused).as(archive.getKey()).hasCauseInstanceOf(FolderException.class);
            assertThat(refused.getMessage())
                    .startsWith(file.toString())
                    .containsPattern(": \\S")
                    .hasSizeLessThan(400);
            Files.delete(file);
        }

        assertThat(archives).hasSizeGreaterThan(35);
        try (Stream<Path> left = Files.walk(folders)) {
            assertThat(left).containsExactly(folders, within);
        }
    }

    private static List<RunFolder> read(Path file) {
        try (Sources sources = new Sources(128L << 20, 5_000)) {
            try {
                return RunFolder.in(sources.opened(file), 10);
            } catch (FolderException wrong) {
                throw new IllegalArgumentException(sources.told(wrong.getMessage()), wrong);
            }
        }
    }

    @Test
    void linksInAnArchiveAreNotFollowed() throws IOException {
        Path secret = Files.write(folders.resolve("RunInfo.xml"), RUN_INFO);
        for (byte kind : List.of(TarConstants.LF_SYMLINK, TarConstants.LF_LINK)) {
            TarArchiveEntry link = new TarArchiveEntry("r/RunInfo.xml", kind);
            link.setLinkName(secret.toString());
            Path tar = Files.write(folders.resolve("links.tar"), tar(link, new byte[0]));
            assertThat(read(tar)).isEmpty();
        }
    }
}
