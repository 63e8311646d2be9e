package org.undersigned;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.SnapStart;

/** A process that makes a handler as Lambda does, and rehearses if asked to; it says what came of it. */
public final class Construct {
    private static final Map<String, String> GIVEN_BY_LAMBDA =
            Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");

    private Construct() {}

    /** Runs it with these variables and no others, and answers what it prints. */
    public static String start(String handler, Map<String, String> variables, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Construct.class.getName(),
                handler));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(GIVEN_BY_LAMBDA);
        process.environment().putAll(variables);
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            var made = (RequestStreamHandler)
                    Class.forName(arguments[0]).getConstructor().newInstance();
            if (arguments.length > 1) SnapStart.beforeSnapshot();
            System.out.println("made " + made.getClass().getSimpleName());
        } catch (InvocationTargetException e) {
            System.out.println(e.getCause().getMessage());
        }
        System.exit(0);
    }
}
