package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.web.folder.ZippedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of runs that are dropped on the page, by those who may and those who may not, whole and made to harm. */
class DroppedFoldersIT {
    private static final String RUN = "250124_A00834_0999_BHMTFYDRXX";
    private static final String PATH = "/ui/import?name=run.zip";

    @TempDir
    private Path folders;

    private byte[] run() throws IOException {
        return ZippedRun.of(RUN, folders);
    }

    private static HttpResponse<String> sent(Visitor visitor, String path, byte[] bytes) {
        return visitor.send(path, bytes, visitor.token("/import"));
    }

    private static String changes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher changes = Pattern.compile("\"changes\": ?(\\d+)").matcher(answer.body());
        assertThat(changes.find()).as(answer.body()).isTrue();
        return changes.group(1);
    }

    @Test
    void whoMayNotWriteStoresNothingEvenByACraftedRequest() throws IOException {
        Visitor reader = Visitor.loggedIn("reader");
        byte[] run = run();

        assertThat(reader.get("/import").body())
                .contains("Only editors can import runs.")
                .doesNotContain("id=\"folder\"");
        assertThat(sent(reader, PATH, run).statusCode()).isEqualTo(403);
        assertThat(sent(reader, PATH + "&store=9", run).statusCode()).isEqualTo(403);
        assertThat(Visitor.loggedIn("writer").send(PATH, run, "").statusCode())
                .as("without the secret of a page")
                .isEqualTo(403);
        assertThat(new Visitor().send(PATH, run, "").statusCode()).isEqualTo(401);
    }

    @Test
    void aRunIsStoredAsItWasShownAndTwiceChangesNothing() throws IOException {
        Visitor writer = Visitor.loggedIn("writer");
        byte[] run = run();

        String changes = changes(sent(writer, PATH, run));
        HttpResponse<String> others = sent(writer, PATH + "&store=1", run);
        HttpResponse<String> stored = sent(writer, PATH + "&store=" + changes, run);

        assertThat(stored.body()).containsPattern("\"complete\": ?true");
        assertThat(others.statusCode()).isEqualTo(409);
        assertThat(changes(stored)).isEqualTo(changes);
        assertThat(writer.get("/run/" + RUN).body()).contains(RUN + "_1");
        assertThat(changes(sent(writer, PATH, run))).isEqualTo("0");
    }

    @Test
    void whatWasMadeToHarmIsRefusedInASentence() throws IOException {
        Visitor writer = Visitor.loggedIn("writer");
        byte[] entity =
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><RunInfo>&e;</RunInfo>"
                        .getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> harmful = Map.of(
                "unpacks to more", ZippedRun.of(Map.of("r/RunInfo.xml", new byte[80 << 20])),
                "outside of itself", ZippedRun.of(Map.of("../RunInfo.xml", entity)),
                "document type", ZippedRun.of(Map.of("r/RunInfo.xml", entity)),
                "holds nothing", "nothing".getBytes(StandardCharsets.UTF_8),
                "no RunInfo.xml", ZippedRun.of(Map.of("r/Notes.txt", "notes".getBytes(StandardCharsets.UTF_8))));
        for (Map.Entry<String, byte[]> one : harmful.entrySet()) {
            HttpResponse<String> answer = sent(writer, PATH, one.getValue());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(one.getKey()).doesNotContain("/tmp");
        }
        assertThat(sent(writer, "/ui/import?name=..%2Fx.zip", entity).statusCode())
                .isEqualTo(400);
        assertThat(sent(writer, PATH + "&store=many", entity).statusCode()).isEqualTo(400);
    }
}
