package org.undersigned.journeys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;

/** What the journeys run against. */
interface Target {
    /** Where the API is. */
    String url();

    /** The tables, queues and secrets of what runs there, under the functions' own names for them. */
    Env env();

    /** All mails so far, oldest first. */
    List<Inbox.Received> mails();

    /** What other systems have been told so far, as a rule's target gets it, in no order. */
    List<Map<String, Object>> events();

    /** Brings what SES tells of a mail: an event as its topic has it; where the handlers run here, it is dealt with then. */
    void tell(String event);

    /** A bearer token: {@code role}, and if wanted {@code name} and {@code statements}. */
    String token(Map<String, Object> asked);

    /** Present where the handlers run in this process. */
    Optional<LocalRun> run();

    void close();

    /** {@code -Dtarget=} in small letters; embedded when nothing is said. */
    enum Kind {
        EMBEDDED,
        TESTCONTAINERS,
        LOCALSTACK,
        SAM;

        static final Kind CHOSEN = chosen(System.getProperty("target", "embedded"));

        private static Kind chosen(String name) {
            return Term.read(values(), name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "-Dtarget= must be embedded, testcontainers, localstack or sam, not " + name));
        }

        /** Whether the handlers run in this process, with the settings of the local run. */
        boolean isLocalRun() {
            return this == EMBEDDED || this == TESTCONTAINERS;
        }

        Target start() {
            return switch (this) {
                case EMBEDDED -> EmbeddedTarget.start(true);
                case TESTCONTAINERS -> TestcontainersTarget.start();
                case LOCALSTACK -> LocalStackTarget.onLocalStack();
                case SAM -> LocalStackTarget.onSamLocal();
            };
        }
    }
}
