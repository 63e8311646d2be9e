package org.undersigned.invalidate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Network;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Term;
import org.undersigned.invalidate.Invalidation.Asked;
import org.undersigned.invalidate.Invalidation.State;

/** An invalidation as administrators see it. */
final class InvalidationJson {
    private InvalidationJson() {}

    /** {@code examples} are some of those counted, shown while somebody has to decide on them; with addresses or without. */
    static Map<String, Object> of(Invalidation one, int alone, List<Signature> examples, boolean addresses) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id());
        json.put("state", Term.of(one.state()));
        json.put("selection", selection(one.selection()));
        json.put("reason", Term.of(one.reason()));
        json.put("askedBy", one.asked().by());
        json.put("askedAt", one.asked().at().toString());
        json.put("startedBy", one.started().map(Asked::by).orElse(null));
        json.put("startedAt", one.started().map(start -> start.at().toString()).orElse(null));
        json.put("found", one.progress().found());
        json.put("rejected", one.progress().rejected());
        json.put("restored", one.progress().restored());
        json.put("secondAdministrator", one.state() == State.COUNTED && Step.needsSecond(one, alone));
        json.put(
                "examples",
                examples.stream()
                        .map(signature -> example(signature, addresses))
                        .toList());
        return json;
    }

    private static Map<String, Object> example(Signature signature, boolean addresses) {
        Map<String, Object> json = SignatureJson.of(signature, List.of());
        if (!addresses) json.put("email", null);
        return json;
    }

    private static Map<String, Object> selection(Selection selection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("network", selection.network().map(Network::prefix).orElse(null));
        json.put("domain", selection.domain().orElse(null));
        json.put("from", selection.from().map(Instant::toString).orElse(null));
        json.put("until", selection.until().toString());
        json.put("flag", selection.flag().map(Term::of).orElse(null));
        return json;
    }
}
