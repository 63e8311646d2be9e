package org.undersigned.words;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message in the part of ICU's syntax that we use: {@code {name}}, number, date, plural and select. */
record Message(List<Piece> pieces) {

    sealed interface Piece {}

    record Text(String text) implements Piece {}

    record Argument(String name, Type type) implements Piece {}

    /** Forms by CLDR's plural category or {@code =1}, or by the value of an enum. */
    record Choice(String name, Type type, Map<String, Message> cases) implements Piece {}

    enum Type {
        /** A text from outside. */
        TEXT,
        NUMBER,
        DATE,
        PLURAL,
        SELECT;

        /** Whether the value is of the same kind: a plural can be a mere number in a language without plurals. */
        boolean takesWhat(Type other) {
            return this == other || isNumber() && other.isNumber();
        }

        private boolean isNumber() {
            return this == NUMBER || this == PLURAL;
        }
    }

    /** Everything that the message puts in or chooses by, in the order of its names. */
    TreeMap<String, Type> arguments() {
        var all = new TreeMap<String, Type>();
        for (var piece : pieces) {
            switch (piece) {
                case Text _ -> {}
                case Argument argument -> all.putIfAbsent(argument.name(), argument.type());
                case Choice choice -> {
                    all.put(choice.name(), choice.type());
                    choice.cases().values().forEach(form -> form.arguments().forEach(all::putIfAbsent));
                }
            }
        }
        return all;
    }

    /** Its choices, outermost first. */
    List<Choice> choices() {
        return pieces.stream()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .<Choice>mapMulti((choice, next) -> {
                    next.accept(choice);
                    choice.cases().values().forEach(form -> form.choices().forEach(next));
                })
                .toList();
    }
}
