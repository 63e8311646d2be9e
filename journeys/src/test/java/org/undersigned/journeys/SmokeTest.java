package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.local.Project;

/** {@code ./smoke}, as it tries a deployment; {@code .ci/run} has it try LocalStack. */
@Isolated("other tests stop the mailboxes that it signs with")
class SmokeTest {
    private static final Pattern STATEMENT = Pattern.compile("puts the statement (smoke-[0-9a-f]+)");

    @Test
    @OnlyOn(value = EMBEDDED, because = "it reads the local run's inbox")
    void itSignsConfirmsFollowsBouncesAndErases() throws Exception {
        var journey = Journey.start();
        // Other tests have stopped these mailboxes.
        for (String mailbox : List.of("bounce", "complaint")) journey.backend().simulated(mailbox);
        for (int trial = 1; trial <= 2; trial++) { // the mailboxes of one that bounces must not be stopped for the next
            String said = smoke(journey.backend().url(), 0);
            assertThat(said)
                    .contains("ok    its button confirms")
                    .contains("ok    the signature is counted")
                    .contains("ok    moderators see the bounce")
                    .contains("ok    moderators see the complaint")
                    .contains("ok    the signature is erased")
                    .contains("what only AWS can show")
                    .doesNotContain("FAIL");
            var statement = STATEMENT.matcher(said);
            assertThat(statement.find()).as(said).isTrue();
            Backend.patiently()
                    .untilAsserted(
                            () -> assertThat(Counted.of(statement.group(1)).overAllDays())
                                    .isZero());
        }
    }

    @Test
    void whatDoesNotAnswerIsAFailure() throws Exception {
        assertThat(smoke("http://localhost:1", 1)).contains("FAIL", "Something is wrong");
    }

    private static String smoke(String url, int code) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Project.root().resolve("smoke").toString(), url)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        return said;
    }
}
