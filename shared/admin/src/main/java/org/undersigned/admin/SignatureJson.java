package org.undersigned.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Details;
import org.undersigned.domain.Edit;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Term;

/** A signature or a request as moderators see it, with its address. */
public final class SignatureJson {
    private SignatureJson() {}

    /** With the flags that it raises by itself, and those that comparing it with others has raised. */
    public static Map<String, Object> of(Signature signature, List<Flag> raised) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", signature.id().text());
        json.put("status", Term.of(signature.status()));
        json.put("version", signature.version());
        put(json, signature.details(), signature.emailAddress());
        json.put("edit", signature.edit().map(SignatureJson::edit).orElse(null));
        json.put("since", signature.since().toString());
        json.put("source", signature.provenance().map(Provenance::source).orElse(null));
        List<Flag> flags = flags(signature);
        flags.addAll(raised);
        json.put("flags", flags.stream().map(Flag::json).toList());
        return json;
    }

    /** What a form asked for and nobody has confirmed. */
    public static Map<String, Object> of(SigningRequest request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", request.id().request());
        json.put("status", "open");
        put(json, request.details(), Optional.of(request.emailAddress()));
        json.put("since", request.askedAt().toString());
        json.put("expiresAt", request.expiresAt().toString());
        json.put("requestId", request.requestId().orElse(null));
        json.put("flags", flags(request).stream().map(Flag::json).toList());
        return json;
    }

    /** Those that a signature raises by itself. */
    public static List<Flag> flags(Signature signature) {
        List<Flag> flags = new ArrayList<>(ofAddress(signature.emailAddress()));
        var review = signature.review();
        review.firstApprover().ifPresent(approver -> flags.add(new Flag("first-approver", approver)));
        review.bounce().ifPresent(bounce -> flags.add(bounced(bounce)));
        (signature.edit().isPresent() ? signature.edit().flatMap(Edit::claims) : review.claims())
                .map(SignatureId::text)
                .ifPresent(row -> flags.add(new Flag("claims-imported-row", row)));
        return flags;
    }

    public static List<Flag> flags(SigningRequest request) {
        List<Flag> flags = new ArrayList<>(ofAddress(Optional.of(request.emailAddress())));
        request.bounce().ifPresent(bounce -> flags.add(bounced(bounce)));
        request.blocked().ifPresent(list -> flags.add(new Flag("blocked", list.label())));
        return flags;
    }

    /** The words that wait, in place of those that stand. */
    private static Map<String, Object> edit(Edit edit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", edit.name());
        json.put("honorific", edit.honorific().orElse(null));
        json.put("affiliation", edit.affiliation().orElse(null));
        json.put("sortAs", edit.sortAs());
        return json;
    }

    private static void put(Map<String, Object> json, Details details, Optional<String> emailAddress) {
        json.put("category", details.category());
        json.put("name", details.name());
        json.put("honorific", details.honorific().orElse(null));
        json.put("affiliation", details.affiliation().orElse(null));
        json.put("sortAs", details.sortAs());
        json.put("email", emailAddress.orElse(null));
        json.put(
                "contact",
                details.contact()
                        .map(contact -> members("name", contact.name(), "role", contact.role()))
                        .orElse(null));
        json.put("language", details.language());
        json.put("listed", details.listed());
    }

    private static List<Flag> ofAddress(Optional<String> emailAddress) {
        List<Flag> flags = new ArrayList<>();
        emailAddress.flatMap(Address::of).ifPresent(address -> {
            flags.add(new Flag("address-domain", address.domain()));
            if (address.isFreeMail()) flags.add(new Flag("free-mail", address.domain()));
        });
        return flags;
    }

    private static Flag bounced(Bounce bounce) {
        return new Flag("mail-bounced", Term.of(bounce));
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
