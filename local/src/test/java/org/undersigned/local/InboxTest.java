package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
            assertThat(mail.headers())
                    .containsEntry("Subject", "公開信")
                    .containsEntry("Content-Type", "multipart/alternative; boundary=part");
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

    @Test
    void thePageHasAMailboxForEachAddressWithTheNewestFirst() throws Exception {
        String page = InboxPage.of(List.of(
                received("ann@example.org", "First"),
                received("bob@example.org", "Second"),
                received("ann@example.org", "Third")));
        assertThat(page.split("<section>")).hasSize(3);
        assertThat(page)
                .containsSubsequence(
                        "<h2>ann@", "Third", "First", "<h2>bob@", "Second", "<dt>Reply-To", "us@example.org")
                .contains("20 Aug 2026, 12:00:00 UTC", "José &lt;jose@example.org&gt;")
                .doesNotContain("http-equiv");
    }

    @Test
    void thePageShowsTheHtmlInAFrameWithoutRightsAndTheTextWithItsLinks() throws Exception {
        String page = InboxPage.of(List.of(received("ann@example.org", "<b>\"Hi\"")));
        assertThat(page)
                .contains(
                        "<iframe title=\"&lt;b&gt;&quot;Hi&quot;\"",
                        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
                        "srcdoc=\"&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;&lt;/head&gt;&lt;script&gt;",
                        "<a href=\"https://example.org/a?b=1&amp;c\">https://example.org/a?b=1&amp;c</a>")
                .doesNotContain("<b>", "<script>alert");
        assertThat(InboxPage.of(List.of())).contains("There is none yet.");
    }

    private static Inbox.Received received(String to, String subject) {
        return new Inbox.Received(
                to,
                "José <jose@example.org>",
                subject,
                "Hello\nhttps://example.org/a?b=1&c",
                "<head></head><script>alert(1)</script>",
                Map.of("Reply-To", "us@example.org"),
                NOON);
    }

    private static byte[] mail(String subject) {
        return ("From: a@example.org\nTo: b@example.org\nSubject: " + subject + "\n\nHello\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
