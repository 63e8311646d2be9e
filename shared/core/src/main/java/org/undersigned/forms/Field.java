package org.undersigned.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.undersigned.domain.Address;
import org.undersigned.domain.Term;
import org.undersigned.text.Text;
import org.undersigned.text.TextRule;

/**
 * One value of a form. Each reading answers it, or nothing and tells the form why: {@code required} where it is missing,
 * {@code type} where it is of another type, else what the reading says.
 */
public final class Field {
    /** In characters; the errors of 5,000 rows may each name what there is. */
    private static final int MAX_LISTED = 200;

    private final Form form;
    private final String path;
    private final Object value;
    private final boolean required;

    Field(Form form, String path, Object value, boolean required) {
        this.form = form;
        this.path = path;
        this.value = value;
        this.required = required;
    }

    /** A text as it stands. */
    public Optional<String> text() {
        return text("must be given");
    }

    /** A text under the rules for names; an empty one is as if left out. */
    public Optional<String> name() {
        return text(TextRule.NAME);
    }

    /** A text, cleaned, under this rule; one in which nothing is seen is as if left out. */
    public Optional<String> text(TextRule rule) {
        return text().flatMap(typed -> switch (rule.read(typed)) {
            case TextRule.Reading.Accepted(String text) -> Optional.of(text);
            case TextRule.Reading.Empty() -> required ? refused("required", "must not be empty") : Optional.empty();
            case TextRule.Reading.Refused refusal -> refused(refusal.code(), refusal.message());
        });
    }

    /** An email address as people type and paste it; an empty text is as if left out. */
    public Optional<Address> address() {
        return text().flatMap(this::address);
    }

    private Optional<Address> address(String typed) {
        if (Text.clean(typed).isEmpty()) return required ? refused("required", "must not be empty") : Optional.empty();
        return switch (Address.read(typed)) {
            case Address.Reading.Read(Address address) -> Optional.of(address);
            case Address.Reading.Refused(String message) -> refused("invalid", message);
        };
    }

    /** What {@code reader} makes of the text, cleaned; {@code invalid} where that is nothing; an empty text is as if left out. */
    public <T> Optional<T> read(Function<String, Optional<T>> reader, String message) {
        Optional<String> text = text(message).map(Text::clean);
        if (text.isEmpty()) return Optional.empty();
        if (text.get().isEmpty()) return required ? refused("required", message) : Optional.empty();
        Optional<T> read = reader.apply(text.get());
        return read.isPresent() ? read : refused("invalid", message);
    }

    /** Whether it is one of these texts. */
    public boolean holdsOneOf(Set<String> texts) {
        return value instanceof String text && texts.contains(text);
    }

    /** One of the domain's words; {@code unknown} where it is another. */
    public <E extends Enum<E>> Optional<E> term(E[] terms) {
        return oneOf(List.of(terms), Term::of);
    }

    /** The choice that is spelled so; {@code unknown} where none is. */
    public <T> Optional<T> oneOf(Collection<T> choices, Function<T, String> spelling) {
        String message = "must be one of " + listed(choices, spelling);
        if (!(value instanceof String text)) return missing(message, message);
        Optional<T> choice = choices.stream()
                .filter(each -> spelling.apply(each).equals(text))
                .findFirst();
        return choice.isPresent() ? choice : refused("unknown", message);
    }

    /** A whole number of one or more. */
    public Optional<Integer> number() {
        String message = "must be a whole number above 0";
        if (value instanceof Integer number) return number > 0 ? Optional.of(number) : refused("invalid", message);
        return missing(message, message);
    }

    public Optional<Boolean> bool() {
        String message = "must be true or false";
        return value instanceof Boolean bool ? Optional.of(bool) : missing(message, message);
    }

    /** An object with these fields alone. */
    public Optional<Form> object(Set<String> known) {
        String message = "must be an object with " + String.join(", ", new TreeSet<>(known));
        return value instanceof Map<?, ?> object
                ? Optional.of(form.within(path, object, known))
                : missing(message, message);
    }

    /** The items of a list, none of them null; {@code things} says in an error what they are. */
    public List<Field> list(int max, String things) {
        String message = "must be a list of " + bounds(max) + " " + things;
        if (!(value instanceof List<?> list))
            return this.<List<Field>>missing(message, message).orElse(List.of());
        if (!isWithin(list, max, message)) return List.of();
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Field(form, path + "[" + i + "]", list.get(i), true))
                .toList();
    }

    /** The values of an object by keys that the sender chose, none of them null, in the sender's order. */
    public Map<String, Field> members(int max, String things) {
        String message = "must be an object of " + bounds(max) + " " + things;
        if (!(value instanceof Map<?, ?> object))
            return this.<Map<String, Field>>missing(message, message).orElse(Map.of());
        if (!isWithin(object.keySet(), max, message)) return Map.of();
        Map<String, Field> members = new LinkedHashMap<>();
        for (Object key : object.keySet()) members.put((String) key, member((String) key));
        return members;
    }

    /** The value of an object by a key that must be there. */
    public Field member(String key) {
        Object member = value instanceof Map<?, ?> object ? object.get(key) : null;
        return new Field(form, path + "." + Form.shortened(key), member, true);
    }

    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /** Whether it is there and not null. */
    public boolean isGiven() {
        return value != null;
    }

    /** Whether nothing is found wrong with it so far. */
    public boolean isSound() {
        return form.isSound(path);
    }

    public void error(String code, String message) {
        form.add(path, code, message);
    }

    private Optional<String> text(String missing) {
        return value instanceof String text ? Optional.of(text) : missing(missing, "must be a text");
    }

    private String bounds(int max) {
        return (required ? "1 to " : "at most ") + max;
    }

    private boolean isWithin(Collection<?> items, int max, String message) {
        if (items.isEmpty() && required) error("required", message);
        else if (items.size() > max) error("too-many", message);
        else return true;
        return false;
    }

    private static <T> String listed(Collection<T> choices, Function<T, String> spelling) {
        String all = choices.stream().map(spelling).collect(Collectors.joining(", "));
        return all.length() <= MAX_LISTED ? all : all.substring(0, all.lastIndexOf(", ", MAX_LISTED) + 2) + "…";
    }

    /** Nothing to read: that is right only where the field may be left out. */
    private <T> Optional<T> missing(String message, String typeMessage) {
        if (value != null) return refused("type", typeMessage);
        return required ? refused("required", message) : Optional.empty();
    }

    private <T> Optional<T> refused(String code, String message) {
        error(code, message);
        return Optional.empty();
    }
}
