package org.undersigned.managestatement;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.admin.IfMatch;
import org.undersigned.domain.Definition;
import org.undersigned.domain.Statement;
import org.undersigned.http.Response;
import org.undersigned.tables.StatementTexts;

/** What administrators are answered about a definition. */
final class DefinitionJson {
    private DefinitionJson() {}

    /** The definition, with its revision as ETag. */
    static Response of(int status, Statement statement) {
        return IfMatch.tagged(Response.json(status, Definition.write(statement)), statement.revision());
    }

    static Response of(StatementTexts.Version version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version.version());
        json.put("changedAt", version.changedAt().map(Instant::toString).orElse(null));
        json.put("text", version.text());
        json.put("textHtml", version.html());
        return Response.json(200, json);
    }

    static Response of(PutStatement.Result.Previewed preview) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "changes",
                preview.changes().stream().map(DefinitionJson::change).toList());
        json.put("textVersion", preview.textVersion());
        json.put("textHtml", preview.html());
        json.put("signed", preview.signed());
        json.put("waiting", preview.waiting());
        return Response.json(200, json);
    }

    private static Map<String, Object> change(FieldChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        json.put("before", change.before().orElse(null));
        json.put("after", change.after().orElse(null));
        return json;
    }
}
