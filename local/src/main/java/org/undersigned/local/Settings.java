package org.undersigned.local;

import java.util.HashMap;
import java.util.Map;

/** The functions' variables as they suit one's own machine: what the template's parameters say, or less waiting. */
public final class Settings {
    /** By these the functions ask for their secrets. */
    public static final String TOKEN_SECRET = "TokenSecret";

    public static final String SIGNER_SECRET = "SignerSecret";

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("STATEMENTS_TABLE", "Statements"),
            Map.entry("SIGNING_REQUESTS_TABLE", "SigningRequests"),
            Map.entry("SIGNATURES_TABLE", "Signatures"),
            Map.entry("LIMITS_TABLE", "Limits"),
            Map.entry("TALLIES_TABLE", "Tallies"),
            Map.entry("AUDIT_TABLE", "Audit"),
            Map.entry("INVALIDATIONS_TABLE", "Invalidations"),
            Map.entry("TOKEN_SECRET", TOKEN_SECRET),
            Map.entry("SIGNER_SECRET", SIGNER_SECRET),
            Map.entry("EVENT_BUS", "EventBus"),
            Map.entry("FAILED_BATCHES", "FailedBatchesBucket"),
            Map.entry("PAGE_ORIGINS", "*"),
            Map.entry("CACHE_SECONDS", "1"),
            Map.entry("COOL_DOWN", "PT2S"),
            Map.entry("CONFIRMATION_PERIOD", "P7D"),
            Map.entry("WITHDRAWAL_GRACE", "PT24H"),
            Map.entry("REJECTED_PERIOD", "P90D"),
            Map.entry("NETWORK_PERIOD", "P30D"),
            Map.entry("MAILBOX_EMAILS", "5"),
            Map.entry("NETWORK_REQUESTS", "60"),
            Map.entry("NETWORK_WINDOW", "PT10M"),
            Map.entry("EXEMPT_NETWORKS", "127.0.0.1"),
            Map.entry("REQUIRE_STATEMENTS_CLAIM", "false"),
            Map.entry("LONGEST_TOKEN_LIFE", "PT24H"),
            Map.entry("REJECTION_DELAY", "PT2S"),
            Map.entry("REJECTIONS_PER_MINUTE", "500"),
            Map.entry("INVALIDATIONS_ALONE", "500"),
            Map.entry("QUIET_PERIOD", "PT2S"),
            Map.entry("SENDER", "Undersigned <undersigned@example.org>"),
            Map.entry("CONFIGURATION_SET", "local"),
            Map.entry("EMAILS_PER_SECOND", "1000"),
            Map.entry("EMAIL_CONCURRENCY", "1"));

    private Settings() {}

    public static Map<String, String> variables(String publicUrl, String adminOrigins, String emailQueueUrl) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("PUBLIC_URL", publicUrl);
        variables.put("ADMIN_ORIGINS", adminOrigins);
        variables.put("EMAIL_QUEUE_URL", emailQueueUrl);
        return Map.copyOf(variables);
    }
}
