package org.undersigned.managestatement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a definition that differs: {@code title.en}, or {@code categories.people.admission}, by the category's id.
 * What is not there is empty.
 */
public record FieldChange(String field, Optional<Object> before, Optional<Object> after) {
    private static final String CATEGORIES = "categories";

    /** Between two definitions as JSON; before a statement is created there is an empty one. */
    static List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        List<FieldChange> changes = new ArrayList<>();
        addMembers("", byId(before), byId(after), changes);
        List<Object> was = order(before);
        List<Object> is = order(after);
        if (!was.isEmpty() && !was.equals(is))
            changes.add(new FieldChange(CATEGORIES, Optional.of(was), Optional.of(is)));
        return changes;
    }

    private static void addMembers(String path, Map<?, ?> before, Map<?, ?> after, List<FieldChange> changes) {
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (Object name : names) add(path + name, before.get(name), after.get(name), changes);
    }

    private static void add(String path, Object before, Object after, List<FieldChange> changes) {
        if (Objects.equals(before, after)) return;
        if (isObjectOrNothing(before) && isObjectOrNothing(after))
            addMembers(path + ".", members(before), members(after), changes);
        else changes.add(new FieldChange(path, Optional.ofNullable(before), Optional.ofNullable(after)));
    }

    private static boolean isObjectOrNothing(Object value) {
        return value == null || value instanceof Map<?, ?>;
    }

    private static Map<?, ?> members(Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    /** Categories keep their names when one is put before the others. */
    private static Map<String, Object> byId(Map<String, Object> definition) {
        Map<String, Object> named = new LinkedHashMap<>(definition);
        Map<Object, Object> categories = new LinkedHashMap<>();
        for (Map<?, ?> category : categories(definition)) {
            Map<Object, Object> members = new LinkedHashMap<>(category);
            categories.put(members.remove("id"), members);
        }
        named.put(CATEGORIES, categories);
        return named;
    }

    private static List<Object> order(Map<String, Object> definition) {
        List<Object> ids = new ArrayList<>();
        categories(definition).forEach(category -> ids.add(category.get("id")));
        return ids;
    }

    private static List<Map<?, ?>> categories(Map<String, Object> definition) {
        List<Map<?, ?>> categories = new ArrayList<>();
        if (definition.get(CATEGORIES) instanceof List<?> list)
            for (Object category : list) categories.add((Map<?, ?>) category);
        return categories;
    }
}
