package org.undersigned.readaudit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Histories;

/** What was done to one signature, with the reasons and earlier words that the audit does not hold. */
final class ReadHistory {
    private static final int MOST = 100;

    private final Histories histories;
    private final Audit audit;

    ReadHistory(Env env, Audit audit) {
        histories = new Histories(env);
        this.audit = audit;
    }

    /** The newest 100 entries, oldest first, and notes by the entries' ids; nothing is shown before the audit has it. */
    Map<String, Object> read(String statement, SignatureId id, Act act) {
        List<Histories.Written> written = histories.of(id, MOST);
        List<Audit.Written> entries = audit.entries(
                statement, written.stream().map(Histories.Written::entry).toList());
        audit.append(
                statement,
                act.entry(
                        1,
                        "read-history",
                        Optional.of(id.text()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Map.of("found", entries.size()))));
        Map<String, Object> notes = new LinkedHashMap<>();
        for (Audit.Written entry : entries)
            written.stream()
                    .filter(of -> of.entry().equals(entry.key()))
                    .flatMap(of -> of.note().stream())
                    .forEach(note -> notes.put((String) json(entry.json()).get("id"), json(note)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entries", entries.stream().map(entry -> json(entry.json())).toList());
        json.put("notes", notes);
        json.put("next", null);
        return json;
    }

    static Map<String, Object> json(String text) {
        try {
            return Json.object(text);
        } catch (Json.Malformed e) {
            throw new IllegalStateException("an audit entry cannot be read", e);
        }
    }
}
