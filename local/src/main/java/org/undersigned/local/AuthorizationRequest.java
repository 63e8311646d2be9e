package org.undersigned.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page asks the issuer for when it sends somebody to sign in (OpenID Connect Core 1.0, 3.1.2.1; RFC 7636). */
record AuthorizationRequest(FormFields fields) {
    static final String CLIENT = "undersigned-moderators";

    /** BASE64URL of a SHA-256 without padding. */
    private static final Pattern CHALLENGE = Pattern.compile("[\\w-]{43}");

    private static final Set<String> FIELDS = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method");

    /** Whether an answer may go there; otherwise nobody is sent anywhere. */
    boolean isFrom(Set<String> redirects) {
        return fields.get("client_id").equals(CLIENT) && redirects.contains(redirect());
    }

    /** What is wrong, as an error code and its description. */
    Optional<Map.Entry<String, String>> fault() {
        if (!fields.get("response_type").equals("code"))
            return fault("unsupported_response_type", "response_type is code.");
        if (!Set.of(fields.get("scope").split(" ")).contains("openid"))
            return fault("invalid_scope", "scope has openid.");
        if (!fields.get("code_challenge_method").equals("S256"))
            return fault("invalid_request", "code_challenge_method is S256.");
        if (!CHALLENGE.matcher(challenge()).matches())
            return fault("invalid_request", "code_challenge is the BASE64URL of a SHA-256.");
        return Optional.empty();
    }

    String redirect() {
        return fields.get("redirect_uri");
    }

    String challenge() {
        return fields.get("code_challenge");
    }

    String nonce() {
        return fields.get("nonce");
    }

    String state() {
        return fields.get("state");
    }

    /** Its own fields alone, for the form that sends them on. */
    Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>(fields.values());
        own.keySet().retainAll(FIELDS);
        return own;
    }

    private static Optional<Map.Entry<String, String>> fault(String code, String description) {
        return Optional.of(Map.entry(code, description));
    }
}
