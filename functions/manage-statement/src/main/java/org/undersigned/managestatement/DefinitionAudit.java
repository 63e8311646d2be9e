package org.undersigned.managestatement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.Act;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Json;

/**
 * The audit entry of a changed definition: every field that changed, old and new. A text is told by its SHA-256, as it is
 * kept under its version; names of the watch-list are told by their number, as the persons may sign, and an entry can
 * never be erased.
 */
final class DefinitionAudit {
    /** In bytes; an item of DynamoDB has at most 400 KB. */
    private static final int MAX_BYTES = 380_000;

    private DefinitionAudit() {}

    static AuditEntry entry(Optional<Statement> before, Statement after, List<FieldChange> changes, Act act) {
        Map<String, Object> old = new HashMap<>();
        Map<String, Object> now = new HashMap<>();
        before.ifPresent(statement -> addVersions(statement, old));
        addVersions(after, now);
        for (FieldChange change : changes) {
            old.put(change.field(), told(change.field(), change.before(), change.after()));
            now.put(change.field(), told(change.field(), change.after(), change.before()));
        }
        return act.entry(
                1, "put-statement", Optional.empty(), Optional.empty(), before.map(_ -> old), Optional.of(now));
    }

    static boolean fits(AuditEntry entry) {
        return Json.text(entry.json()).getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    private static void addVersions(Statement statement, Map<String, Object> told) {
        told.put("revision", statement.revision());
        told.put("textVersion", statement.textVersion());
    }

    private static Object told(String field, Optional<Object> value, Optional<Object> other) {
        if (field.equals("watchList")) return names(value, other);
        if (field.startsWith("text.")) return value.map(DefinitionAudit::hash).orElse(null);
        return value.orElse(null);
    }

    /** How many there are, and how many of them the other list has not. */
    private static Map<String, Object> names(Optional<Object> value, Optional<Object> other) {
        Set<Object> own = new HashSet<>((List<?>) value.orElse(List.of()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("names", own.size());
        own.removeAll((List<?>) other.orElse(List.of()));
        told.put("onlyHere", own.size());
        return told;
    }

    private static String hash(Object text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(((String) text).getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
