package org.undersigned;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.priming.Priming;
import software.amazon.awssdk.crt.CRT;

/** A process that makes handlers as Lambda does, and primes if asked to; it says what came of each in a line. */
public final class Construct {
    private static final Map<String, String> GIVEN_BY_LAMBDA =
            Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");

    private static final String PRIME = "prime";

    private Construct() {}

    /** Makes the handler of a package's jar and primes, with these variables and no others; answers what is printed. */
    public static String prime(Path jar, String handler, Map<String, String> variables) throws IOException {
        // Beside the package: what Lambda has, the native code for this machine, and this class.
        String classPath = Stream.of(jar, home(RequestStreamHandler.class), home(CRT.class), alone())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return start(classPath, List.of(PRIME, handler), variables);
    }

    /** Makes all these handlers and primes, with these variables and no others; answers what is printed. */
    public static String primeAll(List<String> handlers, Map<String, String> variables) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(PRIME));
        arguments.addAll(handlers);
        return start(System.getProperty("java.class.path"), arguments, variables);
    }

    /** Makes these handlers with these variables and no others, and answers what is printed. */
    public static String make(List<String> handlers, Map<String, String> variables) throws IOException {
        return start(System.getProperty("java.class.path"), handlers, variables);
    }

    private static Path home(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** A folder with this class and nothing else of the tests, such as the recorder of calls. */
    private static Path alone() throws IOException {
        Path folder = Files.createTempDirectory("construct");
        Path file = folder.resolve(Construct.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (var bytes = Construct.class.getResourceAsStream(Construct.class.getSimpleName() + ".class")) {
            Files.copy(bytes, file);
        }
        for (Path made = file; !made.equals(folder.getParent()); made = made.getParent())
            made.toFile().deleteOnExit();
        return folder;
    }

    private static String start(String classPath, List<String> arguments, Map<String, String> variables)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Construct.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(GIVEN_BY_LAMBDA);
        process.environment().putAll(variables);
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> handlers = new ArrayList<>(List.of(arguments));
        boolean prime = handlers.remove(PRIME);
        for (String handler : handlers) System.out.println(make(handler));
        if (prime) Priming.run();
        System.exit(0);
    }

    private static String make(String handler) throws Exception {
        try {
            var made = (RequestStreamHandler)
                    Class.forName(handler).getConstructor().newInstance();
            return "made " + made.getClass().getSimpleName();
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
    }
}
