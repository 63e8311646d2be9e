package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undersigned.Yaml;
import org.undersigned.local.Project;

/** The rules that {@code edge.yaml} keeps: the page and the API behind one distribution. */
@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "LocalStack has no CloudFront; the file is compared with what the local run answers")
class EdgeTest {
    private static final Path NODE = Path.of("/usr/bin/node");

    private final Yaml template = read("template.yaml");
    private final Yaml edge = read("edge.yaml");
    private final Yaml distribution = edge.at("Resources", "Distribution", "Properties", "DistributionConfig");

    @Test
    void nothingOfItIsMadeUnlessItIsAskedFor() {
        for (String parameter : List.of("Domain", "CertificateArn"))
            assertThat(template.at("Parameters", parameter, "Default").text()).isEqualTo("none");
        for (String resource : List.of("Edge", "OriginSecret"))
            assertThat(template.at("Resources", resource, "Condition").text()).isEqualTo("HasDomain");
    }

    /** Emails lead to the domain, functions refuse whatever does not come through it, and its origin is where they are. */
    @Test
    void linksAndRoutesLieBelowTheStageOfTheApi() {
        String stage =
                template.at("Resources", "Api", "Properties", "StageName").text();
        assertThat(template.everywhere("PUBLIC_URL").getFirst().everywhere("Fn::Sub"))
                .extracting(Yaml::text)
                .contains("https://${Domain}/" + stage);
        assertThat(behaviours().filter(one -> one.at("TargetOriginId").text().equals("api")))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.at("PathPattern").text()).startsWith("/" + stage + "/");
                    assertThat(one.at("AllowedMethods").items()).hasSize(7);
                    assertThat(one.at("ViewerProtocolPolicy").text()).isEqualTo("https-only");
                });
    }

    @Test
    void thePagesAreReadByTheDistributionAlone() {
        Yaml bucket = edge.at("Resources", "Pages", "Properties");
        assertThat(bucket.at("PublicAccessBlockConfiguration").entries().values())
                .hasSize(4)
                .allMatch(blocked -> blocked.text().equals("true"));
        assertThat(bucket.everywhere("SSEAlgorithm")).hasSize(1);
        assertThat(edge.at("Resources", "PagesPolicy")
                        .everywhere("Statement")
                        .getFirst()
                        .items())
                .hasSize(2)
                .allSatisfy(statement -> {
                    assertThat(statement.at("Principal", "Service").text()).isEqualTo("cloudfront.amazonaws.com");
                    assertThat(statement
                                    .at("Condition", "StringEquals", "AWS:SourceArn", "Fn::Sub")
                                    .text())
                            .endsWith(":distribution/${Distribution}");
                    assertThat(statement.at("Action").text()).isIn("s3:GetObject", "s3:ListBucket");
                });
    }

    /** No {@code Vary} is heeded: what an answer depends on is in the key. Links and moderators' answers have none. */
    @Test
    void onlyWhatEveryoneReadsIsKeptAndByAllThatItDependsOn() {
        assertThat(behaviours()
                        .filter(one -> one.at("CachePolicyId", "Ref").text().equals("Answers")))
                .extracting(one -> one.at("PathPattern").text())
                .containsExactly("/v1/statements/*");
        Yaml key = edge.at("Resources", "Answers", "Properties", "CachePolicyConfig");
        assertThat(key.at("DefaultTTL").text()).isEqualTo("0");
        Yaml parts = key.at("ParametersInCacheKeyAndForwardedToOrigin");
        assertThat(parts.at("QueryStringsConfig", "QueryStringBehavior").text()).isEqualTo("all");
        assertThat(parts.at("HeadersConfig", "Headers").items())
                .extracting(Yaml::text)
                .containsExactly("Origin", "X-Asked-Anew");
    }

    /** One source would be the local run's code, which CloudFormation does not read. */
    @Test
    void pagesComeWithTheHeadersOfTheLocalRunAndWithWhatNoMetaCanSay() {
        Api.Answer local = Journey.start().api().stray("GET", "/icon.svg");
        for (String policy : List.of("PageHeaders", "EmbedHeaders")) {
            Yaml headers = edge.at("Resources", policy, "Properties", "ResponseHeadersPolicyConfig");
            Yaml safe = headers.at("SecurityHeadersConfig");
            assertThat("max-age="
                            + safe.at("StrictTransportSecurity", "AccessControlMaxAgeSec")
                                    .text())
                    .isEqualTo(local.header("strict-transport-security"));
            assertThat(safe.at("ContentTypeOptions", "Override").text()).isEqualTo("true");
            assertThat(local.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(headers.at("CorsConfig", "AccessControlAllowOrigins", "Items")
                            .items())
                    .extracting(Yaml::text)
                    .containsExactly(local.header("access-control-allow-origin"));
            assertThat(safe.at("ContentSecurityPolicy", "ContentSecurityPolicy").text())
                    .isEqualTo("frame-ancestors " + (policy.equals("PageHeaders") ? "'none'" : "*"));
        }
        assertThat(behaviours()
                        .filter(one ->
                                one.at("ResponseHeadersPolicyId", "Ref").text().equals("EmbedHeaders")))
                .extracting(one -> one.at("PathPattern").text())
                .containsExactly("/embed.html");
    }

    @Test
    void noCallerNamesAnother() throws Exception {
        String spoofed =
                "{uri: '/v1/x', headers: {'true-client-ip': {value: '192.0.2.9'}, 'x-asked-anew': {value: 'x'}}}";
        assertThat(run("NameCaller", spoofed))
                .isEqualTo("{\"uri\":\"/v1/x\",\"headers\":{\"true-client-ip\":{\"value\":\"2001:db8::1\"}}}");
    }

    @Test
    void whoAsksAnewSharesAnAnswerForHalfASecond() throws Exception {
        for (String anew : List.of("no-cache", "max-age=0", "No-Cache, max-age=0"))
            assertThat(run("NameCaller", "{uri: '/', headers: {'cache-control': {value: '" + anew + "'}}}"))
                    .as(anew)
                    .contains("\"x-asked-anew\":{\"value\":\"" + 1_000_400 / 500 + "\"}");
        assertThat(run("NameCaller", "{uri: '/', headers: {'cache-control': {value: 'max-age=05'}}}"))
                .doesNotContain("x-asked-anew");
    }

    @Test
    void aFolderIsItsPage() throws Exception {
        assertThat(run("FindPage", "{uri: '/'}")).isEqualTo("{\"uri\":\"/index.html\"}");
        assertThat(run("FindPage", "{uri: '/fr/'}")).isEqualTo("{\"uri\":\"/fr/index.html\"}");
        assertThat(run("FindPage", "{uri: '/app.js'}")).isEqualTo("{\"uri\":\"/app.js\"}");
        assertThat(run("FindPage", "{uri: '/zh-Hant'}"))
                .contains("\"statusCode\":301", "{\"location\":{\"value\":\"https://letter.example.org/zh-Hant/\"}}");
        assertThat(run("FindPage", "{uri: '//evil.example'}")).doesNotContain("301");
        assertThat(run("FindPage", "{uri: '//evil'}")).contains("\"https://letter.example.org//evil/\"");
    }

    private Stream<Yaml> behaviours() {
        return distribution.at("CacheBehaviors").items().stream();
    }

    /** What a function of CloudFront makes of a request from 2001:db8::1, 1,000.4 seconds after 1970. */
    private String run(String function, String request) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NODE), "left out: there is no Node.js here");
        Yaml given = edge.at("Resources", function, "Properties", "FunctionCode");
        String code = given.at("Fn::Sub").text().isEmpty()
                ? given.text()
                : given.at("Fn::Sub").text().replace("${Domain}", "letter.example.org");
        assertThat(code).as("CloudFormation would put something there").doesNotContain("${");
        var process = new ProcessBuilder(
                        NODE.toString(),
                        "-e",
                        "Date.now = () => 1000400;" + code + "\nconsole.log(JSON.stringify(handler({request: " + request
                                + ", viewer: {ip: '2001:db8::1'}})))")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    private static Yaml read(String file) {
        try {
            return Yaml.read(Project.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
