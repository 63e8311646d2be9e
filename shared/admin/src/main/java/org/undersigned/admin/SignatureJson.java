package org.undersigned.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.Address;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Term;

/** A signature as moderators see it, with its address. */
public final class SignatureJson {
    private SignatureJson() {}

    /** With the flags that it raises by itself, and those that comparing it with others has raised. */
    public static Map<String, Object> of(Signature signature, List<Flag> raised) {
        var words = signature.words();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", signature.id().text());
        json.put("status", Term.of(signature.status()));
        json.put("revision", signature.revision());
        json.put("category", words.category());
        json.put("name", words.name());
        json.put("honorific", words.honorific().orElse(null));
        json.put("affiliation", words.affiliation().orElse(null));
        json.put("sortAs", words.sortAs());
        json.put("email", signature.email().orElse(null));
        json.put(
                "contact",
                words.contact()
                        .map(contact -> members("name", contact.name(), "role", contact.role()))
                        .orElse(null));
        json.put("language", words.language());
        json.put("listed", words.listed());
        json.put("since", signature.since().toString());
        json.put("source", signature.provenance().map(Provenance::source).orElse(null));
        List<Flag> flags = new ArrayList<>(own(signature));
        flags.addAll(raised);
        json.put("flags", flags.stream().map(Flag::json).toList());
        return json;
    }

    private static List<Flag> own(Signature signature) {
        List<Flag> flags = new ArrayList<>();
        signature.email().flatMap(Address::of).ifPresent(address -> {
            flags.add(new Flag("address-domain", address.domain()));
            if (address.isFreeMail()) flags.add(new Flag("free-mail", address.domain()));
        });
        var review = signature.review();
        review.firstApprover().ifPresent(approver -> flags.add(new Flag("first-approver", approver)));
        review.bounce().ifPresent(bounce -> flags.add(new Flag("mail-bounced", Term.of(bounce))));
        review.claims().map(SignatureId::text).ifPresent(row -> flags.add(new Flag("claims-imported-row", row)));
        return flags;
    }

    private static Map<String, Object> members(String one, String value, String other, String otherValue) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(one, value);
        members.put(other, otherValue);
        return members;
    }

    /** Something that helps to decide, such as {@code name-listed} with that name. */
    public record Flag(String code, String value) {
        Map<String, Object> json() {
            return members("code", code, "value", value);
        }
    }
}
