package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Project;

/** What readers of the contract find in it. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void whateverIsSentOrAnsweredHasAnExample() throws IOException {
        Yaml contract = Yaml.read(Project.root().resolve("docs/openapi.yaml"));
        List<String> without = new ArrayList<>();
        contract.at("paths")
                .entries()
                .forEach((path, operations) -> operations.entries().forEach((method, operation) -> {
                    if (!METHODS.contains(method)) return;
                    String name = method + " " + path;
                    addWithout(without, name, resolved(contract, operation.at("requestBody")));
                    operation
                            .at("responses")
                            .entries()
                            .forEach((status, response) ->
                                    addWithout(without, name + " " + status, resolved(contract, response)));
                }));
        assertThat(without).isEmpty();
    }

    private static void addWithout(List<String> without, String name, Yaml body) {
        body.at("content").entries().forEach((type, content) -> {
            Set<String> given = content.entries().keySet();
            if (!given.contains("example") && !given.contains("examples")) without.add(name + " " + type);
        });
    }

    private static Yaml resolved(Yaml contract, Yaml place) {
        String reference = place.at("$ref").text();
        return reference.isEmpty() ? place : contract.at(reference.substring(2).split("/"));
    }
}
