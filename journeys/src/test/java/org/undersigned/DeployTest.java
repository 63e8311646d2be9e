package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.local.Project;

/** What {@code ./deploy} refuses before it asks AWS; the rest is played on LocalStack by {@code .ci/run}. */
class DeployTest {
    private static final String NAME = "of-a-test";
    private static final String GOOD = """
        Region=ca-central-1
        Sender=Joint statement <letters@example.org>
        SenderIdentity=example.org
        PageOrigins=https://letter.example.org
        """;

    private final Path work = Project.root().resolve(".deploy").resolve(NAME);

    @TempDir
    private Path folder;

    @AfterEach
    void clean() throws IOException {
        for (String file : new String[] {"given", "settings", "refused"}) Files.deleteIfExists(work.resolve(file));
        Files.deleteIfExists(work);
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() throws Exception {
        assertThat(check(GOOD + "# a comment\nEmailsPerSecnd=14\n")).contains(":6: unknown key EmailsPerSecnd.");
    }

    @Test
    void aKeyGivenTwiceIsRefused() throws Exception {
        assertThat(check(GOOD + "SenderIdentity=example.com\n")).contains(":5: SenderIdentity is given twice");
    }

    @Test
    void whatHasNoDefaultMustBeGiven() throws Exception {
        assertThat(check(GOOD.replaceAll("PageOrigins=.*\n", "")))
                .contains("PageOrigins is missing: Origins of the pages that may call the API");
    }

    @Test
    void numbersAndChoicesAreThoseOfTheTemplate() throws Exception {
        assertThat(check(GOOD + "ConfirmationDays=31\nRejectedDays=0\nCacheSeconds=1.5\nLogRetentionDays=31\n"))
                .contains("STOP  ConfirmationDays=31: must be at most 30")
                .contains("STOP  RejectedDays=0: must be at least 1")
                .contains("STOP  CacheSeconds=1.5: must be a whole number")
                .contains("STOP  LogRetentionDays=31: must be one of 1,3,5,7,14,30,");
    }

    @Test
    void moreSendersThanTheRateAllowsAreRefused() throws Exception {
        assertThat(check(GOOD + "EmailConcurrency=6\n"))
                .contains("STOP  EmailConcurrency=6: must be at most five times EmailsPerSecond (1)");
        assertThat(check(GOOD + "EmailConcurrency=6\nEmailsPerSecond=2\n")).doesNotContain("EmailConcurrency=6");
    }

    @Test
    void theSenderMustBelongToItsIdentity() throws Exception {
        assertThat(check(GOOD.replace("Identity=example.org", "Identity=ample.org")))
                .contains("STOP  SenderIdentity=ample.org: is neither the address of Sender (letters@example.org)");
        assertThat(check(GOOD.replace("letters@example.org", "letters@mail.example.org")))
                .doesNotContain("STOP  SenderIdentity");
        assertThat(check(GOOD.replace("Identity=example.org", "Identity=letters@example.org")))
                .doesNotContain("STOP  SenderIdentity");
    }

    @Test
    void settingsThatNeedAnotherAreRefusedWithoutIt() throws Exception {
        assertThat(check(GOOD + """
            WebhookUrl=https://example.org/hook
            AdminOrigins=https://moderators.example.org
            AlarmTopic=arn:aws:sns:us-east-1:123456789012:alarms
            """))
                .contains("STOP  WebhookSecret is missing")
                .contains("STOP  AdminOrigins needs AdminIssuer or ModeratorsPage")
                .contains("must be a topic of the region ca-central-1");
    }

    @Test
    void aUserPoolIsTheOnlyIssuer() throws Exception {
        String pool = GOOD
                + "ModeratorsPage=https://m.example.org/moderate/\n"
                + "AdminOrigins=https://a.example.org,https://m.example.org\n";
        assertThat(check(pool)).contains("ok    parameters").doesNotContain("STOP  ");
        assertThat(check(pool + """
            AdminIssuer=https://login.example.org
            AdminAudience=letters
            RolesClaim=groups
            StatementsClaim=letters
            RequireStatementsClaim=true
            LongestTokenMinutes=479
            """))
                .contains("STOP  ModeratorsPage and AdminIssuer exclude each other")
                .contains("STOP  AdminAudience=letters: is for an issuer of your own")
                .contains("STOP  RolesClaim=groups: is for an issuer of your own")
                .contains("STOP  StatementsClaim=letters: is for an issuer of your own")
                .contains("STOP  RequireStatementsClaim=true: is for an issuer of your own")
                .contains("STOP  LongestTokenMinutes=479: tokens of the user pool are valid for 480 minutes");
    }

    @Test
    void thePageOfAUserPoolIsAFolderAtAnOriginThatMayCallTheAdminApi() throws Exception {
        assertThat(check(GOOD + "ModeratorsPage=https://m.example.org/moderate\nAdminOrigins=https://example.org\n"))
                .contains("STOP  ModeratorsPage=https://m.example.org/moderate: must end in a slash")
                .contains("STOP  AdminOrigins=https://example.org: must name https://m.example.org");
        assertThat(check(GOOD + "ModeratorsPage=https://m.example.org/moderate/\n"))
                .contains("STOP  AdminOrigins=none: must name https://m.example.org");
    }

    @Test
    void everyParameterIsPassedWithItsDefault() throws Exception {
        check(GOOD + "CacheSeconds=20\n");
        Map<String, String> expected = new HashMap<>();
        Yaml parameters = Yaml.read(Project.root().resolve("template.yaml")).at("Parameters");
        parameters
                .entries()
                .forEach((name, parameter) ->
                        expected.put(name, parameter.at("Default").text()));
        expected.putAll(Map.of(
                "Region", "ca-central-1",
                "Sender", "Joint statement <letters@example.org>",
                "SenderIdentity", "example.org",
                "PageOrigins", "https://letter.example.org",
                "CacheSeconds", "20"));
        assertThat(Files.readAllLines(work.resolve("settings")).stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(line -> line[0], line -> line[1])))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** Who copies it needs to change values, not to look for what is missing. */
    @Test
    void theExampleIsComplete() throws Exception {
        String example = Files.readString(Project.root().resolve("environments/example.settings"));
        assertThat(check(example)).contains("ok    parameters").doesNotContain("STOP  ");
    }

    /** What it says, as far as it comes without tools and credentials. */
    private String check(String settings) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(NAME + ".settings"), settings);
        var command = new ProcessBuilder(Project.root().resolve("deploy").toString(), "--check", file.toString())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // As on a machine that has neither AWS's tools nor credentials.
        command.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        command.environment().put("PATH", "/usr/bin:/bin");
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        return said;
    }
}
