package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.local.Project;

/**
 * What {@code ./deploy} refuses before it asks AWS, and by AWS's answers, which a script gives here; the rest is played on
 * LocalStack by {@code .ci/run}.
 */
class DeployTest {
    private static final String NAME = "of-a-test";
    private static final String GOOD = """
        Region=ca-central-1
        Sender=Joint statement <letters@example.org>
        SenderIdentity=example.org
        PageOrigins=https://letter.example.org
        """;

    /** What AWS says where nothing is in the way of a first deployment, by service and command. */
    private static final Map<String, String> ANSWERS = Map.of(
            "sts get-caller-identity", "123456789012",
            "ses get-identity-verification-attributes", "Success",
            "ses get-identity-dkim-attributes", "True Success",
            "ses get-identity-notification-attributes", "False",
            "sesv2 get-account", "True",
            "ses get-send-quota", "50000.0 14.0",
            "lambda get-account-settings", "1000",
            "apigateway get-account", "None",
            "cloudformation describe-stacks", "!Stack with id undersigned does not exist",
            "dynamodb list-tables", "None");

    /** Stands where the CLI stands: prints the answer to a command, or fails with what follows the exclamation mark. */
    private static final String AWS = """
        #!/bin/sh
        shift 4 # --region REGION --output text
        said=$(sed -n "s/^$1 $2=//p" "${0%/*}/answers")
        case $said in '' | '!'*) echo "${said#!}" >&2; exit 254 ;; *) echo "$said" ;; esac
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
    void aDomainAndWhatItNeedsFitEachOther() throws Exception {
        String arn = "arn:aws:acm:us-east-1:123456789012:certificate/8f1a";
        assertThat(check(GOOD + "Domain=letter.example.org\nCertificateArn=" + arn + "\nCloseEndpoint=false\n"))
                .contains("ok    parameters")
                .doesNotContain("STOP  C", "STOP  D", "STOP  P");
        assertThat(check(GOOD + "CertificateArn=" + arn + "\nCloseEndpoint=false\n"))
                .contains("STOP  CertificateArn is for Domain, which is missing")
                .contains("STOP  CloseEndpoint is for Domain, which is missing");
        assertThat(check(GOOD + "Domain=sign.example.org\nPublicUrl=https://sign.example.org\n"))
                .contains("STOP  CertificateArn is missing: Domain needs a certificate")
                .contains("STOP  PublicUrl and Domain exclude each other")
                .contains("must name https://sign.example.org");
        assertThat(check(
                        GOOD + "Domain=letter.example.org\nCertificateArn=" + arn.replace("us-east-1", "ca-central-1")))
                .contains("CloudFront takes certificates of us-east-1 alone");
        for (String wrong :
                new String[] {"https://letter.example.org", "Letter.example.org", "letter", "letter.example.org/"})
            assertThat(check(GOOD + "Domain=" + wrong + "\n")).contains("STOP  Domain=" + wrong + ": must be a domain");
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

    @Test
    void whatIsInOrderIsSaidLineByLine() throws Exception {
        Said said = asked(GOOD + "Account=123456789012\nEmailsPerSecond=14\nEmailConcurrency=3\n", Map.of());
        assertThat(said.text())
                .contains("ok    account 123456789012, region ca-central-1")
                .contains("ok    example.org is verified in SES")
                .contains("ok    emails are signed with DKIM")
                .contains("ok    SES is out of its sandbox")
                .contains("ok    SES takes 14 emails a second, 50000 a day")
                .contains("ok    Lambda runs 1000 functions at a time")
                .contains("ok    stack undersigned is new")
                .contains("note  alarms go nowhere")
                .doesNotContain("STOP");
        assertThat(said.status()).isZero();
    }

    @Test
    void nothingIsChangedWhereAwsSaysThatItCannotBe() throws Exception {
        Said said = asked(
                GOOD + "EmailsPerSecond=2\nBoundConcurrency=true\nSetGatewayRole=false\n",
                Map.of(
                        "ses get-identity-verification-attributes", "Pending",
                        "ses get-identity-dkim-attributes", "True Pending",
                        "ses get-identity-notification-attributes", "True",
                        "sesv2 get-account", "False",
                        "ses get-send-quota", "200.0 1.0",
                        "lambda get-account-settings", "500",
                        "cloudformation describe-stacks", "ROLLBACK_COMPLETE"));
        assertThat(said.text())
                .contains("STOP  example.org waits for its verification in SES")
                .contains("note  emails are not signed with DKIM")
                .contains("note  SES forwards bounces")
                .contains("note  SES is in its sandbox")
                .contains("STOP  EmailsPerSecond=2: SES takes 1 emails a second")
                .contains("STOP  BoundConcurrency=true: Lambda runs 500 functions at a time")
                .contains("STOP  SetGatewayRole=false: API Gateway has no role")
                .contains("STOP  stack undersigned is of no use (ROLLBACK_COMPLETE): aws cloudformation delete-stack")
                .contains("Nothing was changed.");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void whatAnotherHasMadeIsNotTakenAway() throws Exception {
        Map<String, String> there = Map.of(
                "apigateway get-account", "arn:aws:iam::123456789012:role/logs-of-all",
                "dynamodb list-tables", "undersigned-Signatures-1",
                "lambda get-account-settings", "9",
                "ses get-identity-verification-attributes", "None");
        assertThat(asked(GOOD, there).text())
                .contains("STOP  example.org is not verified in SES here: aws sesv2 create-email-identity")
                .contains("STOP  Lambda runs 9 functions at a time in this account, and 10 are needed")
                .contains("note  API Gateway logs by arn:aws:iam::123456789012:role/logs-of-all")
                .contains("STOP  an earlier stack undersigned left its tables")
                .contains("undersigned-Signatures-1");
        assertThat(asked(GOOD, there, "--new-tables").text())
                .contains("note  tables of an earlier stack stay as they are, unused: undersigned-Signatures-1")
                .doesNotContain("STOP  an earlier stack");
    }

    @Test
    void credentialsOfAnotherAccountEndItAtOnce() throws Exception {
        assertThat(asked(GOOD + "Account=210987654321\n", Map.of()).text())
                .contains("STOP  these are credentials of account 123456789012, and the settings say"
                        + " Account=210987654321")
                .doesNotContain("SES");
        assertThat(asked(GOOD, Map.of("sts get-caller-identity", "!Unable to locate credentials"))
                        .text())
                .contains("STOP  AWS takes no credentials (Unable to locate credentials): aws configure");
    }

    /** A release has packages, and neither sources nor Maven. */
    @Test
    void aReleaseIsForOneArchitecture() throws Exception {
        Said said = asked(GOOD + "Architecture=arm64\n", Map.of());
        assertThat(said.text()).contains("STOP  Architecture=arm64: the packages of a release are for x86_64");
        assertThat(said.status()).isEqualTo(1);
    }

    /** What it says as it is unpacked from a release, with the answers of AWS changed so; one beginning with ! is a failure. */
    private Said asked(String settings, Map<String, String> answers, String... options) throws Exception {
        Path release = Files.createDirectories(folder.resolve("release"));
        for (String file : List.of("deploy", "template.yaml"))
            Files.copy(
                    Project.root().resolve(file),
                    release.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        Path tools = Files.createDirectories(release.resolve("bin"));
        for (String tool : List.of("aws", "sam", "curl"))
            assertThat(Files.writeString(tools.resolve(tool), AWS).toFile().setExecutable(true))
                    .isTrue();
        Map<String, String> all = new HashMap<>(ANSWERS);
        all.putAll(answers);
        Files.write(
                tools.resolve("answers"),
                all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        Path file = Files.writeString(release.resolve(NAME + ".settings"), settings);
        List<String> command = new ArrayList<>(List.of(release.resolve("deploy").toString(), "--check"));
        command.addAll(List.of(options));
        command.add(file.toString());
        return run(command, tools + ":/usr/bin:/bin");
    }

    private static Said run(List<String> command, String path) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // As on a machine that has neither AWS's tools nor credentials.
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().put("PATH", path);
        Process running = process.start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(text, running.exitValue());
    }

    private record Said(String text, int status) {}

    /** What it says, as far as it comes without tools and credentials. */
    private String check(String settings) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(NAME + ".settings"), settings);
        Said said =
                run(List.of(Project.root().resolve("deploy").toString(), "--check", file.toString()), "/usr/bin:/bin");
        assertThat(said.status()).as(said.text()).isNotZero();
        return said.text();
    }
}
