package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Instant NOON = Instant.parse("2026-08-20T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void mailsOutliveTheProcessInTheirOrder() throws Exception {
        Inbox inbox = Inbox.open(Optional.of(folder));
        for (int i = 1; i <= 12; i++) inbox.add(mail("Mail " + i), NOON);

        Inbox again = Inbox.open(Optional.of(folder));
        again.add(mail("Mail 13"), NOON);

        assertThat(Inbox.open(Optional.of(folder)).mails())
                .extracting(Inbox.Received::subject)
                .startsWith("Mail 1", "Mail 2")
                .endsWith("Mail 12", "Mail 13")
                .hasSize(13);
    }

    @Test
    void aMailThatWasBeingWrittenInACrashIsNotThereAndHindersNoOther() throws Exception {
        Inbox inbox = Inbox.open(Optional.of(folder));
        inbox.add(mail("Whole"), NOON);
        Files.write(folder.resolve("00000002.eml.part"), new byte[] {'T', 'o', ':'});

        Inbox again = Inbox.open(Optional.of(folder));
        again.add(mail("Next"), NOON);

        assertThat(Inbox.open(Optional.of(folder)).mails())
                .extracting(Inbox.Received::subject)
                .containsExactly("Whole", "Next");
    }

    @Test
    void bothKindsOfTextAreReadInAnyScript() throws Exception {
        Inbox inbox = Inbox.open(Optional.empty());
        inbox.add("""
            From: =?UTF-8?Q?Jos=C3=A9?= <jose@example.org>
            To: ann@example.org
            Subject: =?UTF-8?B?5YWs6ZaL5L+h?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=part

            --part
            Content-Type: text/plain; charset=UTF-8

            王伟
            --part
            Content-Type: text/html; charset=UTF-8

            <p>王伟</p>
            --part--
            """.getBytes(StandardCharsets.UTF_8), NOON);

        assertThat(inbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("ann@example.org");
            assertThat(mail.from()).isEqualTo("José <jose@example.org>");
            assertThat(mail.subject()).isEqualTo("公開信");
            assertThat(mail.text()).isEqualTo("王伟");
            assertThat(mail.html()).isEqualTo("<p>王伟</p>");
            assertThat(mail.at()).isEqualTo(NOON);
        });
    }

    @Test
    void aMailToNobodyIsRefusedAndNotKept() throws Exception {
        Inbox inbox = Inbox.open(Optional.of(folder));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.add("Subject: none\n\nx".getBytes(StandardCharsets.UTF_8), NOON));
        assertThat(inbox.mails()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] mail(String subject) {
        return ("From: a@example.org\nTo: b@example.org\nSubject: " + subject + "\n\nHello\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
