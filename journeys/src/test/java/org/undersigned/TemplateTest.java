package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.AdminHandler;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;
import org.undersigned.lambda.Json;

/** The rules that {@code template.yaml} keeps, and the stacks that are nested in it. */
class TemplateTest {
    private static final int HOUR = 3600;
    private static final Path PROJECT = project();
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");

    /** Properties that give a resource a name which no second stack could use. */
    private static final Set<String> NAMES = Set.of(
            "Name", "FunctionName", "TableName", "QueueName", "RoleName", "LogGroupName", "AlarmName", "TopicName");

    /** All that an access log may say of a request: no path, query, address, or browser. */
    private static final Set<String> LOGGED = Set.of(
            "requestId",
            "httpMethod",
            "resourcePath",
            "status",
            "responseLatency",
            "integration.status",
            "error.responseType");

    /** The line that a resource begins with, or a comment between two. */
    private static final Pattern BLOCK = Pattern.compile("  ([A-Za-z0-9]+|#.*):?.*");

    private final Yaml template;
    private final Yaml watch;
    private final Yaml openApi;

    TemplateTest() throws IOException {
        template = Yaml.read(PROJECT.resolve("template.yaml"));
        watch = Yaml.read(PROJECT.resolve("watch.yaml"));
        openApi = Yaml.read(PROJECT.resolve("docs/openapi.yaml"));
    }

    @Test
    void policiesAllowExactActionsOnExactResources() {
        assertThat(template.everywhere("Statement").stream()
                        .flatMap(s -> s.items().stream())
                        // What a rule of AWS WAF looks for is called so, too.
                        .filter(statement -> !statement.at("RateBasedStatement").isPresent()))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.entries())
                            .containsKey("Action")
                            .containsKey(statement.at("Principal").isPresent() ? "Principal" : "Resource")
                            .doesNotContainKeys("NotAction", "NotResource", "NotPrincipal");
                    assertThat(Stream.of("Action", "Resource", "Principal")
                                    .filter(key -> !isOfAKeyItself(statement, key))
                                    .map(key -> statement.at(key).text()))
                            // The keys of objects are not known beforehand; their bucket is.
                            .noneMatch(text ->
                                    text.replace("BatchesBucket.Arn}/*", "").matches("(?s).*[*?].*"));
                });
    }

    /** The policy of a key cannot name the key: {@code *} is the only resource there, and means nothing but the key. */
    private boolean isOfAKeyItself(Yaml statement, String key) {
        return key.equals("Resource")
                && resources("AWS::KMS::Key").values().stream()
                        .anyMatch(
                                one -> one.at("KeyPolicy", "Statement").items().contains(statement));
    }

    /** The role that the transform would make for a function, and AWS's own policies, allow actions on everything. */
    @Test
    void functionsHaveRolesOfTheirOwnWithoutPoliciesOfAws() {
        assertThat(functions()).isNotEmpty().allSatisfy((id, function) -> {
            assertThat(function.at("Role", "Fn::GetAtt").text()).isEqualTo(id + "Role.Arn");
            assertThat(function.at("Policies").isPresent()).isFalse();
            assertThat(properties(id + "Role").at("Policies").items()).isNotEmpty();
            assertThat(properties(id + "Role").at("ManagedPolicyArns").isPresent())
                    .isFalse();
        });
    }

    /** API Gateway takes no narrower role for its logs. */
    @Test
    void onlyApiGatewayItselfHasAPolicyOfAws() {
        assertThat(resources("AWS::IAM::Role").values())
                .filteredOn(role -> role.at("ManagedPolicyArns").isPresent())
                .allSatisfy(
                        role -> assertThat(role.at("AssumeRolePolicyDocument").everywhere("Service"))
                                .extracting(Yaml::text)
                                .containsExactly("apigateway.amazonaws.com"));
    }

    @Test
    void listSignatoriesOnlyQueriesTheIndexesOfSignaturesWithoutAddresses() {
        List<Yaml> statements = properties("ListSignatoriesRole").everywhere("Statement").stream()
                .flatMap(s -> s.items().stream())
                .filter(statement -> statement.at("Resource").everywhere("Fn::Sub").stream()
                                .anyMatch(resource -> resource.text().contains("Signatures"))
                        || statement.at("Resource").text().contains("Signatures"))
                .toList();
        assertThat(statements).hasSize(1).allSatisfy(statement -> {
            assertThat(statement.at("Action").text()).isEqualTo("dynamodb:Query");
            assertThat(statement.at("Resource").items())
                    .extracting(resource -> resource.at("Fn::Sub").text())
                    .containsExactly(
                            "${Signatures.Arn}/index/public",
                            "${Signatures.Arn}/index/names",
                            "${Signatures.Arn}/index/families");
        });
    }

    @Test
    void functionsHaveATimeoutAndMemory() {
        assertThat(functions()).allSatisfy((id, function) -> {
            assertThat(function.at("Timeout").number()).isPositive();
            assertThat(function.at("MemorySize").number()).isPositive();
        });
    }

    @Test
    void functionsLogAsJsonIntoLogsThatForget() {
        assertThat(functions()).allSatisfy((id, function) -> {
            assertThat(function.at("LoggingConfig", "LogFormat").text()).isEqualTo("JSON");
            assertThat(resources("AWS::Logs::LogGroup"))
                    .containsKey(function.at("LoggingConfig", "LogGroup", "Ref").text());
        });
        assertThat(resources("AWS::Logs::LogGroup"))
                .allSatisfy((id, log) ->
                        assertThat(log.at("RetentionInDays").isPresent()).isTrue());
    }

    @Test
    void theTemplateStaysShortAndEachFunctionsBlockToo() throws IOException {
        List<String> lines = Files.readAllLines(PROJECT.resolve("template.yaml"));
        assertThat(lines).hasSizeLessThanOrEqualTo(1_500);
        Set<String> functions = functions().keySet();
        Map<String, Integer> lengths = new TreeMap<>();
        String block = "";
        for (String line : lines) {
            Matcher begun = BLOCK.matcher(line);
            if (begun.matches()) block = begun.group(1);
            if (!line.isBlank() && functions.contains(block)) lengths.merge(block, 1, Integer::sum);
        }
        assertThat(lengths)
                .hasSameSizeAs(functions)
                .allSatisfy((id, length) -> assertThat(length).as(id).isLessThanOrEqualTo(25));
    }

    /** So that an alarm there reads as it would here. */
    @Test
    void whatANestedStackIsGivenIsCalledThereAsItIsHere() throws IOException {
        assertThat(resources("AWS::CloudFormation::Stack")).isNotEmpty();
        for (Yaml nested : resources("AWS::CloudFormation::Stack").values()) {
            String file = nested.at("TemplateURL").text();
            // By which checks and the archive of a release find it.
            assertThat(Files.readAllLines(PROJECT.resolve("template.yaml"))).contains("      TemplateURL: " + file);
            Yaml inside = Yaml.read(PROJECT.resolve(file));
            assertThat(nested.at("Parameters").entries().keySet())
                    .isEqualTo(inside.at("Parameters").entries().keySet());
            nested.at("Parameters")
                    .entries()
                    .forEach((name, value) -> assertThat(Stream.of("Ref", "Fn::GetAtt", "Fn::Sub")
                                    .flatMap(function -> value.everywhere(function).stream())
                                    .map(Yaml::text))
                            .as(name)
                            .anyMatch(text -> text.matches(name + "([.].*)?")
                                    || name.equals("Stack") && text.equals("AWS::StackName")));
        }
    }

    @Test
    void nobodyComesIntoTheUserPoolByThemselvesOrByAPasswordAlone() throws IOException {
        Yaml people = Yaml.read(PROJECT.resolve("people.yaml")).at("Resources");
        Yaml pool = people.at("Pool");
        assertThat(pool.at("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        assertThat(pool.at("Properties", "DeletionProtection").text()).isEqualTo("ACTIVE");
        assertThat(pool.at("Properties", "AdminCreateUserConfig", "AllowAdminCreateUserOnly")
                        .text())
                .isEqualTo("true");
        assertThat(pool.at("Properties", "MfaConfiguration").text()).isEqualTo("ON");
        Yaml page = people.at("Page", "Properties");
        assertThat(page.at("GenerateSecret").text()).isEqualTo("false");
        assertThat(page.at("AllowedOAuthFlows").items()).extracting(Yaml::text).containsExactly("code");
        // Nobody asks for a token with a password, past the pages that ask for the code from the app.
        assertThat(page.at("ExplicitAuthFlows").items())
                .extracting(Yaml::text)
                .containsExactly("ALLOW_REFRESH_TOKEN_AUTH");
    }

    @Test
    void functionsRunOnJava25FromASnapshot() {
        assertThat(functions()).allSatisfy((id, function) -> {
            assertThat(function.at("Runtime").text()).isEqualTo("java25");
            assertThat(function.at("SnapStart", "ApplyOn").text()).isEqualTo("PublishedVersions");
            assertThat(function.at("AutoPublishAlias").text()).isEqualTo("live");
        });
    }

    /** Readers of streams and queues are called again by Lambda itself until there is a new snapshot; a caller is not. */
    @Test
    void whateverACallerWaitsForIsCalledWeeklyToKeepItsSnapshot() {
        assertThat(functions()).allSatisfy((id, function) -> {
            boolean awaited =
                    id.equals("AuthorizeAdmin") || !events(function, "Api").isEmpty();
            assertThat(events(function, "Schedule").stream()
                            .filter(schedule -> schedule.at("Schedule").text().equals("rate(7 days)"))
                            .map(schedule -> schedule.at("Input").text())
                            .toList())
                    .as(id)
                    .isEqualTo(awaited ? List.of("{\"httpMethod\":\"OPTIONS\"}") : List.of());
        });
    }

    @Test
    void functionsAreNamedByOneRule() {
        assertThat(functions()).allSatisfy((id, function) -> {
            String folder = folder(id);
            assertThat(function.at("CodeUri").text()).isEqualTo("functions/" + folder + "/target/" + folder + ".zip");
            assertThat(function.at("Handler").text())
                    .isEqualTo("org.undersigned." + id.toLowerCase(Locale.ROOT) + "." + id + "Handler::handleRequest");
        });
    }

    @Test
    void functionsAreTheFoldersOfFunctions() throws IOException {
        try (var folders = Files.list(PROJECT.resolve("functions"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(folders());
        }
    }

    @Test
    void functionsHaveASampleEventEach() throws IOException {
        try (var events = Files.list(PROJECT.resolve("events"))) {
            assertThat(events.map(event -> event.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            folders().stream().map(folder -> folder + ".json").toList());
        }
    }

    @Test
    void handlersExistAndReadStreams() throws ReflectiveOperationException {
        for (Yaml function : functions().values()) {
            Class<?> handler = handler(function);
            assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
            assertThat(handler.getConstructor()).isNotNull();
        }
    }

    @Test
    void aRouteIsForAdministratorsUnlessItSaysOtherwise() {
        Yaml auth = properties("Api").at("Auth");
        Yaml authorizer = auth.at("Authorizers", auth.at("DefaultAuthorizer").text());
        assertThat(authorizer.at("FunctionArn", "Fn::Sub").text()).isEqualTo("${AuthorizeAdmin.Alias}");
        assertThat(authorizer.at("FunctionPayloadType").text()).isEqualTo("TOKEN");
        assertThat(authorizer.at("Identity", "Header").text()).isEqualTo("Authorization");
        assertThat(properties("AuthorizeAdmin").at("Handler").text())
                .startsWith(AuthorizeAdminHandler.class.getName() + "::");
    }

    /** Nothing but the list of statements and what lies below one has a handler that asks who calls, and each of those has one. */
    @Test
    void adminRoutesAreGuardedByTheGatewayAndByTheirHandlersAndOthersByNeither() throws ClassNotFoundException {
        for (Yaml function : functions().values()) {
            boolean checks = AdminHandler.class.isAssignableFrom(handler(function));
            assertThat(events(function, "Api")).allSatisfy(route -> {
                String path = route.at("Path").text();
                boolean admin = path.matches("/admin(/.*)?");
                // A browser asks without a token whether it may send one.
                boolean guarded = admin && !route.at("Method").text().equals("options");
                assertThat(checks).as(path).isEqualTo(admin);
                assertThat(route.at("Auth").isPresent()).as(path).isEqualTo(!guarded);
                assertThat(route.at("Auth", "Authorizer").text()).as(path).isEqualTo(guarded ? "" : "NONE");
                if (admin && !path.equals("/admin/statements"))
                    assertThat(path + "/").startsWith("/admin/statements/{statement}/");
            });
        }
    }

    @Test
    void everyAdminPathAnswersPreflights() {
        Map<String, Set<String>> methods = new TreeMap<>();
        events("Api")
                .filter(route -> route.at("Path").text().startsWith("/admin"))
                .forEach(route -> methods.computeIfAbsent(route.at("Path").text(), _ -> new TreeSet<>())
                        .add(route.at("Method").text()));
        assertThat(methods)
                .isNotEmpty()
                .allSatisfy((path, all) -> assertThat(all).as(path).contains("options"));
    }

    @Test
    void noOriginStandsForAll() {
        for (String parameter : List.of("PageOrigins", "AdminOrigins")) {
            Pattern pattern = Pattern.compile(
                    template.at("Parameters", parameter, "AllowedPattern").text());
            assertThat("https://a.example,http://localhost:8080").matches(pattern);
            assertThat(Stream.of("*", "https://a.example,*", "https://*.example", "http://a.example"))
                    .noneMatch(pattern.asPredicate());
        }
    }

    @Test
    void routesAreThoseOfTheOpenApiDocument() {
        Set<String> documented = openApi.at("paths").entries().entrySet().stream()
                .flatMap(path -> path.getValue().entries().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        // OpenAPI knows no parameter that takes all that follows.
        assertThat(events("Api")
                        .map(route -> route.at("Method").text() + " "
                                + route.at("Path").text().replace("+}", "}")))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    /** For the same callers: a probe is no way round the authorizer. */
    @Test
    void whatCanBeGotAlsoAnswersHead() {
        assertThat(routes("get")).isNotEmpty().isEqualTo(routes("head"));
    }

    private Set<String> routes(String method) {
        return events("Api")
                .filter(route -> route.at("Method").text().equals(method))
                .map(route -> route.at("Path").text() + " "
                        + route.at("Auth", "Authorizer").text())
                .collect(Collectors.toSet());
    }

    @Test
    void whatStreamSourcesGiveUpIsKeptWholeAndPrivateForAFortnight() {
        assertThat(resources("AWS::S3::Bucket")).hasSize(1).allSatisfy((_, bucket) -> {
            assertThat(bucket.at("PublicAccessBlockConfiguration").entries())
                    .hasSize(4)
                    .allSatisfy((_, blocked) -> assertThat(blocked.text()).isEqualTo("true"));
            assertThat(bucket.everywhere("ExpirationInDays"))
                    .singleElement()
                    .satisfies(days -> assertThat(days.number()).isEqualTo(14));
            assertThat(bucket.everywhere("SSEAlgorithm")).hasSize(1);
        });
    }

    @Test
    void streamSourcesGiveUpAndSaySo() {
        assertThat(events("DynamoDB")).isNotEmpty().allSatisfy(source -> {
            assertThat(source.at("BisectBatchOnFunctionError").text()).isEqualTo("true");
            // A stream keeps a record for 24 hours; some are left to write it down.
            assertThat(source.at("MaximumRetryAttempts").number()).isEqualTo(10_000);
            assertThat(source.at("MaximumRecordAgeInSeconds").number()).isBetween(20 * 3600, 23 * 3600);
            assertThat(source.at("DestinationConfig", "OnFailure", "Destination", "Fn::GetAtt")
                            .text())
                    .isEqualTo("FailedBatchesBucket.Arn");
            assertThat(source.at("FilterCriteria", "Filters").items()).isNotEmpty();
            assertThat(source.at("FunctionResponseTypes").items())
                    .extracting(Yaml::text)
                    .contains("ReportBatchItemFailures");
        });
    }

    @Test
    void queueSourcesAnswerForEachMessageAndAreBounded() {
        assertThat(events("SQS")).isNotEmpty().allSatisfy(source -> {
            assertThat(source.at("ScalingConfig", "MaximumConcurrency").isPresent())
                    .isTrue();
            assertThat(source.at("FunctionResponseTypes").items())
                    .extracting(Yaml::text)
                    .contains("ReportBatchItemFailures");
        });
    }

    @Test
    void queuesThatFunctionsReadHideMessagesForSixTimeoutsAndSetHopelessOnesAside() {
        assertThat(functions())
                .allSatisfy((id, function) -> assertThat(events(function, "SQS"))
                        .allSatisfy(source -> {
                            Yaml queue = properties(
                                    source.at("Queue", "Fn::GetAtt").text().split("\\.")[0]);
                            assertThat(queue.at("VisibilityTimeout").number())
                                    .isGreaterThanOrEqualTo(
                                            6 * function.at("Timeout").number());
                            assertThat(queue.at("RedrivePolicy", "deadLetterTargetArn")
                                            .isPresent())
                                    .isTrue();
                            assertThat(queue.at("RedrivePolicy", "maxReceiveCount")
                                                    .number()
                                            * HOUR)
                                    .as("tried every hour, a message outlasts what the queue keeps")
                                    .isGreaterThan(
                                            queue.at("MessageRetentionPeriod").number());
                        }));
    }

    @Test
    void queuesKeepMessagesForTwoWeeks() {
        assertThat(resources("AWS::SQS::Queue"))
                .isNotEmpty()
                .allSatisfy((id, queue) ->
                        assertThat(queue.at("MessageRetentionPeriod").number()).isEqualTo(1_209_600));
    }

    /** What a function reads must not grow old; what none reads must not be there. */
    @Test
    void queuesHaveAnAlarm() {
        Set<String> read = events("SQS")
                .map(source -> source.at("Queue", "Fn::GetAtt").text().split("\\.")[0])
                .collect(Collectors.toSet());
        assertThat(resources("AWS::SQS::Queue").keySet()).allSatisfy(id -> {
            String metric = read.contains(id) ? "ApproximateAgeOfOldestMessage" : "ApproximateNumberOfMessagesVisible";
            assertThat(alarms().values())
                    .as(id)
                    .anyMatch(alarm -> alarm.at("MetricName").text().equals(metric)
                            && alarm.everywhere("Ref").stream()
                                    .anyMatch(name -> name.text().equals(id)));
        });
    }

    /** Its own alarm for each would cost more than the rest of a quiet month: their log is one, and so is its count of failures. */
    @Test
    void theFailuresOfEachFunctionReachAnAlarm() {
        // To Lambda, each wrong token is a failure of it; what else goes wrong there is a 5xx of the API.
        Set<String> exceptions = Set.of("AuthorizeAdmin");
        assertThat(functions()).allSatisfy((id, function) -> {
            String log = function.at("LoggingConfig", "LogGroup", "Ref").text();
            List<String> metrics = resources(watch, "AWS::Logs::MetricFilter").values().stream()
                    .filter(filter -> filter.at("LogGroupName", "Ref").text().equals(log))
                    .filter(filter -> filter.at("FilterPattern").text().contains("$.level = \"ERROR\""))
                    .flatMap(filter -> filter.everywhere("MetricName").stream())
                    .map(name -> name.at("Fn::Sub").text())
                    .toList();
            assertThat(metrics).as(id).hasSize(exceptions.contains(id) ? 0 : 1);
            assertThat(metrics)
                    .as(id)
                    .allSatisfy(metric -> assertThat(alarms().values())
                            .anyMatch(alarm ->
                                    alarm.at("MetricName", "Fn::Sub").text().equals(metric)));
        });
    }

    @Test
    void aScheduleThatFailsOrStopsRaisesAnAlarm() {
        assertThat(functions()).allSatisfy((id, function) -> {
            boolean runs = events(function, "Schedule").stream()
                    .anyMatch(schedule -> !schedule.at("Schedule").text().equals("rate(7 days)"));
            List<Yaml> alarms = alarms().values().stream()
                    .filter(alarm -> alarm.everywhere("Value").stream()
                            .anyMatch(value -> value.at("Ref").text().equals(id)))
                    .toList();
            if (runs)
                assertThat(alarms)
                        .as(id)
                        .anyMatch(alarm -> alarm.at("MetricName").text().equals("Errors"))
                        .anyMatch(alarm -> alarm.at("MetricName").text().equals("Invocations")
                                && alarm.at("TreatMissingData").text().equals("breaching"));
        });
    }

    @Test
    void everyAlarmGoesWhereAlarmsGo() {
        assertThat(alarms()).isNotEmpty().allSatisfy((id, alarm) -> {
            assertThat(alarm.at("AlarmActions").everywhere("Ref"))
                    .extracting(Yaml::text)
                    .contains("AlarmTopic", "Alarms");
            assertThat(alarm.at("AlarmDescription").text()).isNotBlank();
        });
    }

    /** What two stacks of one account count must not ring one alarm. */
    @Test
    void whatWeCountIsCountedByStack() {
        assertThat(alarms().values())
                .filteredOn(alarm -> alarm.at("Namespace").text().equals("Undersigned"))
                .isNotEmpty()
                .allMatch(alarm -> alarm.at("MetricName", "Fn::Sub").text().startsWith("${Stack}-")
                        || alarm.everywhere("Ref").stream()
                                .anyMatch(value -> value.text().equals("Stack")));
    }

    @Test
    void whoeverMayTryAgainIsToldWhen() {
        for (String answer : List.of("THROTTLED", "INTEGRATION_FAILURE")) {
            Yaml later = properties("Api").at("GatewayResponses", answer);
            assertThat(later.at("StatusCode").number()).as(answer).isIn(429, 503);
            assertThat(later.at("ResponseParameters", "Headers", "Retry-After").text())
                    .as(answer)
                    .isEqualTo("'2'");
        }
    }

    /** Without that, SAM CLI prefers the copy that one {@code sam build} leaves behind. */
    @Test
    void samCliTakesTheTemplateOfThisFolder() throws IOException {
        for (String table : Files.readString(PROJECT.resolve("samconfig.toml")).split("(?m)^\\["))
            if (table.matches("(?s)default\\.(deploy|local_\\w+)\\..*"))
                assertThat(table).contains("template_file = \"template.yaml\"");
    }

    @Test
    void tablesCanBeRestoredAndOutliveTheStack() {
        assertThat(resources("AWS::DynamoDB::Table")).isNotEmpty().allSatisfy((id, table) -> {
            assertThat(table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                            .text())
                    .isEqualTo("true");
            assertThat(table.at("DeletionProtectionEnabled").text()).isEqualTo("true");
            Yaml resource = template.at("Resources", id);
            assertThat(resource.at("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
            assertThat(resource.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
        });
    }

    @Test
    void resourcesHaveNoHardNames() {
        for (Yaml each : List.of(template, watch))
            assertThat(each.at("Resources").entries())
                    .allSatisfy((id, resource) -> assertThat(
                                    resource.at("Properties").entries())
                            .as(id)
                            .doesNotContainKeys(NAMES.stream()
                                    .filter(name -> !isOfTheStack(resource.at("Properties", name)))
                                    .toArray(String[]::new)));
    }

    /**
     * An event bus must be named, and what a webhook is made of where LocalStack deploys it; a name by reference is that
     * of another resource.
     */
    private static boolean isOfTheStack(Yaml name) {
        return name.at("Ref").isPresent() || name.at("Fn::Sub").text().startsWith("${AWS::StackName}-");
    }

    @Test
    void theAccessLogTellsRoutesAndNobody() {
        String format = properties("Api").at("AccessLogSetting", "Format").text();
        Set<String> logged = Pattern.compile("\\$context\\.([A-Za-z.]*[A-Za-z])")
                .matcher(format)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
        assertThat(logged).contains("resourcePath").isSubsetOf(LOGGED);
        assertThat(properties("Api").at("MethodSettings").items()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.at("LoggingLevel").text()).isEqualTo("OFF");
            assertThat(setting.at("DataTraceEnabled").text()).isEqualTo("false");
        });
    }

    @Test
    void requestsAreThrottled() {
        assertThat(properties("Api").at("MethodSettings").items()).allSatisfy(setting -> {
            assertThat(setting.at("ThrottlingRateLimit").number()).isPositive();
            assertThat(setting.at("ThrottlingBurstLimit").number()).isPositive();
        });
        assertThat(properties("Api").at("MethodSettings").items())
                .anyMatch(setting -> setting.at("ResourcePath").text().equals("/*"));
    }

    /** A limit is of one method: no group of routes can use up another's. Admin routes have what no other names. */
    @Test
    void readersSignersAndThoseWithALinkHaveLimitsOfTheirOwn() {
        Map<String, Integer> limits = new TreeMap<>();
        properties("Api")
                .at("MethodSettings")
                .items()
                .forEach(setting -> limits.put(
                        setting.at("HttpMethod").text() + " "
                                + setting.at("ResourcePath")
                                        .text()
                                        .replace("/~1", "/")
                                        .replace("~1", "/"),
                        setting.at("ThrottlingRateLimit").number()));
        Map<String, Integer> wanted = new TreeMap<>(Map.of("* /*", 50));
        events("Api")
                .filter(route -> !route.at("Path").text().startsWith("/admin"))
                .forEach(route -> {
                    String method = route.at("Method").text().toUpperCase(Locale.ROOT);
                    String path = route.at("Path").text();
                    if (method.equals("HEAD") || path.endsWith("/status-mails")) return;
                    boolean read = path.startsWith("/statements") && method.equals("GET");
                    wanted.put(method + " " + path, read ? 1_000 : 200);
                });
        assertThat(limits).isEqualTo(wanted);
    }

    /** Samples would hold addresses; the rule sees those of callers, behind the distribution those that it names. */
    @Test
    void theFirewallIsWantedAndRefusesByRateOfAnAddressAndKeepsNone() {
        assertThat(template.at("Parameters", "FirewallRequests", "Default").text())
                .isEqualTo("none");
        for (String id : List.of("Firewall", "FirewallOfApi"))
            assertThat(template.at("Resources", id, "Condition").text()).isEqualTo("HasFirewall");
        assertThat(properties("Firewall").at("Rules").items())
                .singleElement()
                .satisfies(rule -> assertThat(rule.at("Statement", "RateBasedStatement", "AggregateKeyType", "Fn::If")
                                .items())
                        .extracting(Yaml::text)
                        .containsExactly("HasDomain", "FORWARDED_IP", "IP"));
        assertThat(properties("Firewall").everywhere("SampledRequestsEnabled"))
                .hasSize(2)
                .allMatch(sampled -> sampled.text().equals("false"));
    }

    /** At least a hundred of an account's must be left to functions without a share. */
    @Test
    void whatEveryoneCallsWithoutALinkCanBeBoundedSoThatLinksAndModeratorsHaveRoom() {
        Map<String, Integer> shares = new TreeMap<>();
        functions().forEach((id, function) -> {
            Yaml share = function.at("ReservedConcurrentExecutions", "Fn::If");
            if (share.isPresent())
                shares.put(id, Integer.parseInt(share.items().get(1).text()));
        });
        assertThat(shares).containsOnlyKeys("DescribeStatement", "ListSignatories", "Sign", "RequestStatus");
        assertThat(shares.values().stream().mapToInt(share -> share).sum()).isLessThanOrEqualTo(500);
    }

    @Test
    void theDashboardShowsWhatWeCount() throws Json.Malformed {
        String dashboard = resources(watch, "AWS::CloudWatch::Dashboard")
                .get("Dashboard")
                .at("DashboardBody", "Fn::Sub")
                .text();
        assertThat(Json.object(dashboard.replaceAll("\\$\\{[A-Za-z:]+}", "x")).get("widgets"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(10);
        assertThat(dashboard)
                .contains(
                        "Requests",
                        "Confirmations",
                        "TimeToConfirm",
                        "Emails",
                        "Refusals",
                        "AdminDenials",
                        "resourcePath");
    }

    @Test
    void answersOfTheGatewayItselfAreProblemsForPagesOfAnyOrigin() {
        assertThat(properties("Api").at("GatewayResponses").entries())
                .containsKeys("DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN", "THROTTLED")
                .allSatisfy((type, answer) -> {
                    Yaml headers = answer.at("ResponseParameters", "Headers");
                    assertThat(headers.at("Content-Type").text()).isEqualTo("'application/problem+json'");
                    assertThat(headers.at("Access-Control-Allow-Origin").text()).isEqualTo("'*'");
                    assertThat(answer.at("ResponseTemplates", "application/json")
                                    .text())
                            .contains("\"status\":" + answer.at("StatusCode").text())
                            .contains("\"requestId\":\"$context.requestId\"")
                            .doesNotContain("error.message", "stage", "path");
                });
    }

    @Test
    void parametersAreDescribedAndBounded() {
        assertThat(template.at("Parameters").entries()).isNotEmpty().allSatisfy((name, parameter) -> {
            assertThat(parameter.at("Description").text()).isNotBlank();
            assertThat(parameter.at("ConstraintDescription").text()).isNotBlank();
            assertThat(parameter.entries().keySet()).containsAnyOf("AllowedPattern", "AllowedValues", "MaxValue");
        });
    }

    /** A limit of zero would let nobody sign, or nobody be told. */
    @Test
    void numbersAreAtLeastOne() {
        assertThat(template.at("Parameters").entries().values())
                .filteredOn(parameter -> parameter.at("Type").text().equals("Number")
                        && !parameter.at("AllowedValues").isPresent())
                .isNotEmpty()
                .allSatisfy(parameter -> {
                    assertThat(parameter.at("MinValue").number()).isPositive();
                    assertThat(parameter.at("Default").number())
                            .isBetween(
                                    parameter.at("MinValue").number(),
                                    parameter.at("MaxValue").number());
                });
    }

    /** But for that of the distribution, with which nothing is made that lasts. */
    @Test
    void secretsOutliveTheStack() {
        assertThat(resources("AWS::SecretsManager::Secret").keySet())
                .filteredOn(id -> !id.equals("OriginSecret"))
                .containsExactlyInAnyOrder("TokenSecret", "SignerSecret")
                .allSatisfy(id -> {
                    assertThat(template.at("Resources", id, "DeletionPolicy").text())
                            .isEqualTo("RetainExceptOnCreate");
                    assertThat(template.at("Resources", id, "UpdateReplacePolicy")
                                    .text())
                            .isEqualTo("Retain");
                });
    }

    /** Whoever takes these over learns nothing of who has signed. */
    @Test
    void formsAreTakenWithoutReadingASignatureOrARequest() {
        for (String function : List.of("Sign", "RequestStatus"))
            assertThat(properties(function + "Role").everywhere("Statement").stream()
                            .flatMap(s -> s.items().stream()))
                    .as(function)
                    .noneMatch(statement -> statement.at("Resource").text().contains("Signatures"))
                    .filteredOn(statement -> statement.at("Resource").text().contains("SigningRequests"))
                    .singleElement()
                    .satisfies(statement ->
                            assertThat(statement.at("Action").text()).isEqualTo("dynamodb:PutItem"));
    }

    private Map<String, Yaml> functions() {
        Yaml common = template.at("Globals", "Function");
        Map<String, Yaml> functions = new TreeMap<>();
        resources("AWS::Serverless::Function").forEach((id, function) -> functions.put(id, function.or(common)));
        return functions;
    }

    private static Class<?> handler(Yaml function) throws ClassNotFoundException {
        String name = function.at("Handler").text().split("::")[0];
        return Class.forName(name, false, TemplateTest.class.getClassLoader());
    }

    private Collection<String> folders() {
        return functions().keySet().stream().map(TemplateTest::folder).toList();
    }

    private Stream<Yaml> events(String type) {
        return functions().values().stream().flatMap(function -> events(function, type).stream());
    }

    private static List<Yaml> events(Yaml function, String type) {
        return function.at("Events").entries().values().stream()
                .filter(event -> event.at("Type").text().equals(type))
                .map(event -> event.at("Properties"))
                .toList();
    }

    private Map<String, Yaml> alarms() {
        return resources(watch, "AWS::CloudWatch::Alarm");
    }

    private Map<String, Yaml> resources(String type) {
        return resources(template, type);
    }

    private static Map<String, Yaml> resources(Yaml template, String type) {
        Map<String, Yaml> resources = new TreeMap<>();
        template.at("Resources").entries().forEach((id, resource) -> {
            if (resource.at("Type").text().equals(type)) resources.put(id, resource.at("Properties"));
        });
        return resources;
    }

    private Yaml properties(String id) {
        return template.at("Resources", id, "Properties");
    }

    /** {@code ListSignatories} lives in {@code list-signatories}. */
    private static String folder(String id) {
        return Pattern.compile("(?<=.)[A-Z]")
                .matcher(id)
                .replaceAll(capital -> "-" + capital.group())
                .toLowerCase(Locale.ROOT);
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) folder = folder.getParent();
        return folder;
    }
}
