package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.Yaml;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.local.Project;

/** The weekly call that keeps a function's snapshot, with the input that the template gives it. */
@OnlyOn(value = EMBEDDED, because = "a schedule calls the functions themselves")
class WeeklyCallTest {

    @Test
    void isAnsweredByEveryFunctionThatHasIt() throws IOException {
        Journey journey = Journey.start();
        Yaml resources = Yaml.read(Project.root().resolve("template.yaml")).at("Resources");
        List<String> called = resources.entries().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .at("Properties", "Events", "Weekly")
                        .entries()
                        .containsKey("Type"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(called).contains("AuthorizeAdmin", "Sign", "Withdraw");
        for (String function : called) {
            Object input = Json.object(resources
                    .at(function, "Properties", "Events", "Weekly", "Properties", "Input")
                    .text());
            Map<String, Object> answer =
                    new Invocation(function, journey.backend().run().handler(function)).call(input);
            if (function.equals("AuthorizeAdmin")) assertThat(answer).isEmpty();
            else assertThat(answer).as(function).containsEntry("statusCode", 204);
        }
    }
}
