package org.undersigned.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.undersigned.domain.FieldError;

/** What someone sent: a JSON object or the cells of a CSV row. Reading its fields gathers all that is wrong with it. */
public final class Form {
    /** What is wrong beyond that helps nobody, and an answer of Lambda has at most 6 MB. */
    static final int MAX_ERRORS = 1_000;

    /** Of a name that the sender chose, in code points. */
    private static final int MAX_SHOWN = 40;

    private final Map<?, ?> values;
    private final String prefix;
    private final List<FieldError> errors;

    private Form(Map<?, ?> values, String prefix, List<FieldError> errors, Set<String> known) {
        this.values = values;
        this.prefix = prefix;
        this.errors = errors;
        refuseUnknown(known);
    }

    /** Fields of any other name than these are errors. */
    public static Form of(Map<?, ?> values, Set<String> known) {
        return new Form(values, "", new ArrayList<>(), known);
    }

    /** An object in this form; its fields are told as {@code path.name}. */
    Form within(String path, Map<?, ?> values, Set<String> known) {
        return new Form(values, path + ".", errors, known);
    }

    /** A field that is an error when it is left out or null. */
    public Field required(String name) {
        return field(name, true);
    }

    /** A field that reads as empty when it is left out or null. */
    public Field optional(String name) {
        return field(name, false);
    }

    private Field field(String name, boolean required) {
        return new Field(this, prefix + name, values.get(name), required);
    }

    /** Whether the field is there, be it as null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** What is found wrong by more than one field. */
    public void error(String field, String code, String message) {
        add(prefix + field, code, message);
    }

    public boolean isSound() {
        return errors.isEmpty();
    }

    /** In the order found, those of all objects within too. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void add(String path, String code, String message) {
        if (errors.size() < MAX_ERRORS) errors.add(new FieldError(path, code, message));
    }

    boolean isSound(String path) {
        return errors.stream().noneMatch(error -> error.field().equals(path));
    }

    private void refuseUnknown(Set<String> known) {
        for (Object name : values.keySet())
            if (!known.contains(name))
                error(
                        shortened((String) name),
                        "unknown",
                        "is not a field; there are " + String.join(", ", new TreeSet<>(known)));
    }

    /** Never cuts inside a character. */
    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MAX_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }
}
