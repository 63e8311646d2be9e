package org.undersigned.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.Signature;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The condition under which a whole signature may be written over another: each change moves one of these attributes. */
record Unchanged(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final List<String> LOCKS =
            List.of("revision", "status", "mail", "bounce", "claims", "firstApprover");

    static Unchanged since(Signature before) {
        Map<String, AttributeValue> item = SignatureSchema.SCHEMA.itemToMap(before, true);
        var expression = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        for (String lock : LOCKS) {
            String name = "#" + lock + "Was";
            if (!expression.isEmpty()) expression.append(" AND ");
            names.put(name, lock);
            if (item.containsKey(lock)) {
                expression.append(name).append(" = :").append(lock).append("Was");
                values.put(":" + lock + "Was", item.get(lock));
            } else {
                expression.append("attribute_not_exists(").append(name).append(')');
            }
        }
        return new Unchanged(expression.toString(), names, values);
    }
}
