package org.undersigned.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undersigned.words.Message.Argument;
import org.undersigned.words.Message.Choice;
import org.undersigned.words.Message.Text;
import org.undersigned.words.Message.Type;

/** A message as a Java expression; {@code plurals} are the conditions of the language's plural forms. */
record Expression(Map<String, String> plurals) {

    /** An expression of type String. */
    String join(Message message) {
        var parts = new ArrayList<String>();
        for (var piece : message.pieces()) {
            switch (piece) {
                case Text(var text) -> parts.add(literal(text));
                case Argument(var name, var type) ->
                    parts.add(
                            switch (type) {
                                case TEXT -> "Isolate.of(" + name + ")";
                                case DATE -> "date(" + name + ")";
                                default -> name;
                            });
                case Choice choice -> parts.add(choice.type() == Type.PLURAL ? plural(choice) : select(choice));
            }
        }
        boolean text = !parts.isEmpty() && !message.arguments().containsKey(parts.getFirst());
        return (text ? "" : "\"\"" + (parts.isEmpty() ? "" : " + ")) + String.join(" + ", parts);
    }

    /** A switch would load a class of its own and, with it, the enums of all messages. */
    private String select(Choice choice) {
        var type = Names.type(choice.name(), Type.SELECT);
        var cases = List.copyOf(choice.cases().entrySet());
        var tests = new StringBuilder("(");
        for (var one : cases.subList(0, cases.size() - 1)) {
            tests.append(choice.name() + " == " + type + "." + Names.constant(one.getKey()) + " ? ");
            tests.append(join(one.getValue()) + " : ");
        }
        return tests.append(join(cases.getLast().getValue()) + ")").toString();
    }

    private String plural(Choice choice) {
        var tests = new StringBuilder("(");
        choice.cases().forEach((category, form) -> {
            if (category.startsWith("="))
                tests.append(choice.name() + " == " + category.substring(1) + " ? " + join(form) + " : ");
        });
        plurals.forEach((category, condition) -> {
            var form = choice.cases().get(category);
            if (form != null) tests.append(condition.replaceAll("\\bn\\b", choice.name()) + " ? " + join(form) + " : ");
        });
        return tests.append(join(choice.cases().get("other"))).append(")").toString();
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
