package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undersigned.local.Project;

/** Starts each function as Lambda does: in a process of its own, with just the variables that the template gives it. */
@Execution(ExecutionMode.CONCURRENT)
class EnvironmentTest {
    static Stream<String> functions() throws IOException {
        return template().entries().entrySet().stream()
                .filter(resource -> resource.getValue().at("Type").text().equals("AWS::Serverless::Function"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionFindsAllThatItNeedsInItsEnvironment(String function) throws Exception {
        assertThat(start(function, variables(function))).startsWith("made " + function + "Handler");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionThatLacksAVariableSaysWhich(String function) throws Exception {
        Map<String, String> lacking = variables(function);
        String last = lacking.keySet().stream().sorted().toList().getLast();
        lacking.remove(last);
        assertThat(start(function, lacking)).startsWith("The environment variable " + last + " is not set");
    }

    private static Map<String, String> variables(String function) throws IOException {
        Map<String, String> variables = new HashMap<>();
        template()
                .at(function, "Properties", "Environment", "Variables")
                .entries()
                .keySet()
                .forEach(name -> variables.put(name, name.equals("SENDER") ? "letters@example.org" : "1"));
        return variables;
    }

    private static Yaml template() throws IOException {
        return Yaml.read(Project.root().resolve("template.yaml")).at("Resources");
    }

    private static String start(String function, Map<String, String> variables) throws Exception {
        return Construct.start(handler(function), variables);
    }

    private static String handler(String function) throws IOException {
        return template().at(function, "Properties", "Handler").text().split("::")[0];
    }
}
