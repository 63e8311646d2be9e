package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.undersigned.Yaml;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.Project;

/** Whoever mistypes a field is told so by its name, whichever route takes JSON. */
class UnknownFieldTest {
    private static final String TYPO = "nme";

    private final Journey journey = Journey.start();
    private final Admin administrator = Admin.administrator(journey);

    @Test
    void everyRouteThatTakesJsonNamesAFieldThatItDoesNotKnow() throws IOException {
        Map<String, String> paths = paths();
        Set<String> tried = new TreeSet<>();
        for (var path : Yaml.read(Project.root().resolve("docs/openapi.yaml"))
                .at("paths")
                .entries()
                .entrySet())
            for (String method : List.of("post", "put", "patch", "delete")) {
                Yaml content = path.getValue().at(method, "requestBody", "content");
                if (!content.entries().containsKey("application/json")) continue;
                assertThat(paths).as("where this test sends to").containsKey(path.getKey());
                Api.Answer answer = send(method.toUpperCase(Locale.ROOT), paths.get(path.getKey()));
                String route = method + " " + path.getKey();
                assertThat(answer.status()).as(route + " " + answer.body()).isIn(400, 422);
                assertThat(answer.body()).as(route).contains("\"field\":\"" + TYPO + "\",\"code\":\"unknown\"");
                tried.add(route);
            }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(14);
    }

    private Api.Answer send(String method, String path) {
        String body = Json.text(Map.of(TYPO, "A"));
        return path.startsWith("/admin/")
                ? administrator.send(
                        method,
                        path.substring(("/admin/statements/" + journey.statement()).length()),
                        body,
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*")
                : journey.api()
                        .send(method, path, body, "Content-Type", "application/json", "Accept", "application/json");
    }

    /** Of each path of the contract one that is there. */
    private Map<String, String> paths() {
        Signer ann = Signer.person("Ann Lee");
        Inbox.Received asked = journey.sign(ann, 1);
        journey.confirm(asked);
        Inbox.Received receipt = journey.backend().mail(ann.email(), 2);
        Object invalidation = new Invalidator(administrator)
                .count(Map.of("domain", "nobody.example"))
                .get("id");
        String statement = "/statements/" + journey.statement();
        Map<String, String> paths = new TreeMap<>();
        paths.put("/statements/{statement}/signatures", statement + "/signatures");
        paths.put("/statements/{statement}/status-mails", statement + "/status-mails");
        paths.put("/confirmations/{token}", Api.path(Links.confirmation(asked)));
        paths.put("/refusals/{token}", Api.path(Links.refusal(asked)));
        paths.put("/withdrawals/{token}", Api.path(Links.withdrawal(receipt)));
        paths.put("/signatures/{token}", Api.path(Links.own(receipt)));
        String admin = "/admin" + statement;
        paths.put("/admin/statements/{statement}", admin);
        paths.put("/admin/statements/{statement}/blocks", admin + "/blocks");
        paths.put("/admin/statements/{statement}/decisions", admin + "/decisions");
        paths.put("/admin/statements/{statement}/invalidations", admin + "/invalidations");
        paths.put(
                "/admin/statements/{statement}/invalidations/{invalidation}", admin + "/invalidations/" + invalidation);
        paths.put("/admin/statements/{statement}/signatures/{id}", admin + "/signatures/" + journey.id(ann));
        return paths;
    }
}
