package org.undersigned.editsignature;

import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.domain.Details;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;

/** A signature as its signer sees it. */
final class OwnJson {
    private OwnJson() {}

    /** {@code withdrawal} is the link that withdraws it; {@code edit} are the words that wait, if any. */
    static Map<String, Object> of(Signature signature, String withdrawal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("statement", signature.statement());
        json.put("category", signature.details().category());
        json.put("status", Term.of(signature.status()));
        json.put("rejectedFor", signature.review().rejectedFor().map(Term::of).orElse(null));
        json.put("version", signature.version());
        json.putAll(words(signature.details()));
        json.put("listed", signature.details().listed());
        json.put("signedOn", signature.signedOn().toString());
        json.put(
                "edit",
                signature
                        .edit()
                        .filter(_ -> signature.status() != Status.REJECTED)
                        .map(edit -> words(edit.applied(signature.details())))
                        .orElse(null));
        json.put("withdrawal", withdrawal);
        return json;
    }

    /** How it stands: edited words that wait make it one in review. */
    static String status(Signature signature) {
        return Term.of(signature.edit().isPresent() ? Status.IN_REVIEW : signature.status());
    }

    private static Map<String, Object> words(Details details) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", details.name());
        words.put("honorific", details.honorific().orElse(null));
        words.put("affiliation", details.affiliation().orElse(null));
        return words;
    }
}
