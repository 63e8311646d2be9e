package org.undersigned.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Options;
import org.undersigned.local.Project;

/** The local run, in this process. */
final class EmbeddedTarget implements Target {
    private final LocalRun run;

    EmbeddedTarget(LocalRun run) {
        this.run = run;
    }

    static EmbeddedTarget start(boolean sample) {
        try {
            return new EmbeddedTarget(LocalRun.start(new Options(0, Optional.empty(), sample), Project.root()));
        } catch (Exception e) {
            throw new IllegalStateException("the local run does not start", e);
        }
    }

    @Override
    public String url() {
        return run.url();
    }

    @Override
    public Env env() {
        return run.env();
    }

    @Override
    public List<Inbox.Received> mails() {
        return run.inbox().mails();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> events() {
        return (List<Map<String, Object>>)
                new Api(url()).get("/local/events.json").json().get("events");
    }

    @Override
    public void tell(String event) {
        try {
            new Invocation("NoteBounce", run.handler("NoteBounce"))
                    .call(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", event)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String token(Map<String, Object> asked) {
        var answer = new Api(url()).post("/local/admin-token", Json.text(asked));
        return (String) answer.json().get("token");
    }

    @Override
    public Optional<LocalRun> run() {
        return Optional.of(run);
    }

    @Override
    public void close() {
        run.close();
    }
}
