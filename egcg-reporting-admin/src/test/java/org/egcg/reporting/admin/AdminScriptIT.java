package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command as an administrator starts it: by its script, from any directory. */
class AdminScriptIT {

    private static final Path SCRIPT =
            Path.of("../etc/admin/egcg-admin").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @Test
    void keepsUsersWithoutAClassPathTypedByHand() throws Exception {
        String config = Files.writeString(directory.resolve("reporting.yaml"), "service: {data_dir: data}\n")
                .toString();
        assertThat(run("users", "add", "ann", "--role=admin", "--config", config))
                .returns(0, Finished::exit)
                .satisfies(finished -> assertThat(finished.output()).contains("User ann added as admin."));
        assertThat(run("users", "list", "--config", config).output()).contains("ann\tadmin");
        assertThat(run("users", "add", "ann", "--config", config))
                .returns(1, Finished::exit)
                .satisfies(finished -> assertThat(finished.output()).doesNotContain("Exception"));
    }

    @Test
    void exits2AndShowsItsUseWhenNotUnderstood() throws Exception {
        assertThat(run("nothing")).returns(2, Finished::exit);
        assertThat(run("--version").output()).contains("egcg-admin 1.");
    }

    private Finished run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Finished(process.waitFor(), output);
    }

    private record Finished(int exit, String output) {}
}
