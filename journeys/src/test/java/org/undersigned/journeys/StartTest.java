package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undersigned.Construct;
import org.undersigned.Yaml;
import org.undersigned.local.Project;

/**
 * Starts functions as Lambda does: the package in a process of its own, with just the template's variables. Unless
 * {@link Full} is chosen, one of each kind of package is started so, and the other functions together in one process.
 */
@OnlyOn(value = EMBEDDED, because = "it starts each function itself")
class StartTest {
    private static final String SECRET =
            "{\"SecretString\": \"{\\\"current\\\": \\\"k1\\\", \\\"k1\\\": \\\"0123456789\\\"}\"}";

    private static final Yaml RESOURCES = resources();

    private static HttpServer secrets;
    private static Backend backend;

    @BeforeAll
    static void serveTheSecret() throws IOException {
        backend = Backend.alone();
        secrets = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secrets.createContext("/", exchange -> {
            byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        secrets.start();
    }

    @AfterAll
    static void serveItNoMore() {
        secrets.stop(0);
        backend.close();
    }

    static Stream<String> functions() {
        return RESOURCES.entries().entrySet().stream()
                .filter(resource -> resource.getValue().at("Type").text().equals("AWS::Serverless::Function"))
                .map(Map.Entry::getKey);
    }

    /** One of those whose packages hold the same libraries, or all. */
    static Stream<String> packages() {
        if (Full.CHOSEN) return functions();
        return functions()
                .collect(Collectors.groupingBy(function -> libraries(jar(function)), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(List::getFirst);
    }

    private static String libraries(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> !name.startsWith("org/undersigned/"))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFunctionIsMadeAndPrimedWithoutAFailureAndWithoutATrace() throws IOException {
        Map<String, String> environment = new HashMap<>(backend.run().awsEndpoints());
        functions().forEach(function -> environment.putAll(environment(function)));
        var before = rows();

        assertThat(Construct.primeAll(functions().map(StartTest::handler).toList(), environment)
                        .lines())
                .noneMatch(line -> line.contains("failed"))
                .containsAll(functions()
                        .map(function -> "made " + function + "Handler")
                        .toList());

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aPackageHoldsItsHandler(String function) throws IOException {
        try (var file = new JarFile(jar(function).toFile())) {
            assertThat(file.getEntry(handler(function).replace('.', '/') + ".class"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aFunctionIsMadeAndPrimedWithoutAFailureAndWithoutATrace(String function) throws IOException {
        Map<String, String> environment = environment(function);
        environment.putAll(backend.run().awsEndpoints());

        var before = rows();
        assertThat(Construct.prime(jar(function), handler(function), environment))
                .startsWith("made " + function + "Handler")
                .doesNotContain("failed");

        assertThat(rows()).isEqualTo(before);
        assertThat(backend.run().inbox().mails())
                .noneMatch(mail -> mail.subject().contains("Priming"));
    }

    /** How many items are about the statement that functions are primed with, and how many limits there are of it. */
    private List<Integer> rows() {
        return Stream.of(
                        "SIGNING_REQUESTS_TABLE",
                        "SIGNATURES_TABLE",
                        "LIMITS_TABLE",
                        "TALLIES_TABLE",
                        "AUDIT_TABLE",
                        "INVALIDATIONS_TABLE")
                .map(table ->
                        backend
                                .dynamoDb()
                                .scanPaginator(r -> r.tableName(backend.env().required(table)))
                                .items()
                                .stream()
                                .filter(item -> item.toString().contains("priming")
                                        || item.toString().contains("Priming"))
                                .toList()
                                .size())
                .toList();
    }

    static Stream<Map.Entry<String, List<String>>> lastVariables() {
        return functions()
                .collect(Collectors.groupingBy(function -> variables(function).getLast()))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("lastVariables")
    void aFunctionThatLacksAVariableSaysWhich(Map.Entry<String, List<String>> lacking) throws IOException {
        List<String> functions = lacking.getValue();
        Map<String, String> environment = new HashMap<>();
        for (String function : functions) environment.putAll(environment(function));
        environment.remove(lacking.getKey());

        assertThat(Construct.make(functions.stream().map(StartTest::handler).toList(), environment)
                        .lines())
                .hasSameSizeAs(functions)
                .allMatch(line -> line.startsWith("The environment variable " + lacking.getKey() + " is not set"));
    }

    private Map<String, String> environment(String function) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables(function)) environment.put(variable, value(variable));
        environment.put(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                "http://127.0.0.1:" + secrets.getAddress().getPort());
        return environment;
    }

    private static List<String> variables(String function) {
        return RESOURCES.at(function, "Properties", "Environment", "Variables").entries().keySet().stream()
                .sorted()
                .toList();
    }

    private String value(String variable) {
        return switch (variable) {
            case "ADMIN_ISSUER" -> "none";
            case "AUDIENCE_CLAIM" -> "aud";
            case "ADMIN_AUDIENCE", "ROLES_CLAIM", "STATEMENTS_CLAIM" -> "any";
            default -> backend.env().required(variable);
        };
    }

    private static String handler(String function) {
        return RESOURCES.at(function, "Properties", "Handler").text().split("::")[0];
    }

    /** What {@code mvn package} has put into the package beside it. */
    private static Path jar(String function) {
        return Project.root()
                .resolve(RESOURCES.at(function, "Properties", "CodeUri").text())
                .resolveSibling("classes.jar");
    }

    private static Yaml resources() {
        try {
            return Yaml.read(Project.root().resolve("template.yaml")).at("Resources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
