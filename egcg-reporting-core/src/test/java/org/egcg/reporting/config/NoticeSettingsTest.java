package org.egcg.reporting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Security;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSettingsTest {

    @TempDir
    Path directory;

    @Test
    void withoutTheSectionNothingIsSent() throws IOException {
        assertThat(load("service: {}")).isEqualTo(NoticeSettings.NONE);
    }

    @Test
    void secretsAndAddressesOfWebhooksShowInNoText() throws IOException {
        NoticeSettings notices = load("""
                notices:
                    address: https://reporting.example.org/
                    mail: {host: smtp.example.org, from: lab@example.org, username: lab, password: hidden one}
                    webhooks: {chat: 'https://chat.example.org/hidden-two', program: 'http://localhost:8081/in'}
                    webhook_formats: {chat: teams}
                    webhook_secret: hidden three
                """);
        assertThat(notices.address()).contains(URI.create("https://reporting.example.org"));
        NoticeSettings.Mail mail = notices.mail().orElseThrow();
        assertThat(mail.security()).isEqualTo(Security.STARTTLS);
        assertThat(mail.port()).isEqualTo(587);
        assertThat(notices.webhooks()).containsOnlyKeys("chat", "program");
        assertThat(notices.webhooks().get("chat").format()).isEqualTo(Format.TEAMS);
        assertThat(notices.webhooks().get("program").format()).isEqualTo(Format.JSON);
        assertThat(notices.toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {mail: {host: h, from: a@b.org}}                                                           | notices.address
            {address: 'http://reporting.example.org'}                                                  | https
            {address: 'https://r.example.org', mail: {host: h}}                                        | from
            {address: 'https://r.example.org', mail: {host: h, from: "a@b.org\\r\\nBcc: c@d.org"}}     | from
            {address: 'https://r.example.org', mail: {host: h, from: a@b.org, security: ssl}}          | starttls, tls
            {address: 'https://r.example.org', mail: {host: h, from: a@b.org, security: none, username: u, password: p}} | password
            {address: 'https://r.example.org', webhooks: {a: 'https://a.example.org'}}                 | webhook_secret
            {address: 'https://r.example.org', webhooks: {a: 'http://10.0.0.1/'}, webhook_secret: s}   | https
            {address: 'https://r.example.org', webhooks: {a: 'file:///etc/passwd'}, webhook_secret: s} | https
            {webhook_formats: {a: slack}}                                                              | a is no webhook
            """)
    void whatCouldNotBeSafeStopsTheStart(String section, String said) {
        assertThatThrownBy(() -> load("notices: " + section))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(said.replace("notices.", ""));
    }

    private NoticeSettings load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("reporting.yaml"), yaml);
        return Configuration.load(Map.of("REPORTINGCONFIG", file.toString()), directory)
                .notices();
    }
}
