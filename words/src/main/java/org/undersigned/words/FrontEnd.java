package org.undersigned.words;

import java.util.StringJoiner;
import org.undersigned.words.Message.Argument;
import org.undersigned.words.Message.Choice;
import org.undersigned.words.Message.Piece;
import org.undersigned.words.Message.Text;
import org.undersigned.words.Message.Type;

/** A language as the front end loads it: JSON, in which a plural is an object of its forms. */
final class FrontEnd {
    private FrontEnd() {}

    static boolean canSay(Message message) {
        return isSimple(message)
                || message.pieces().size() == 1
                        && message.pieces().getFirst() instanceof Choice(var name, var type, var cases)
                        && name.equals("count")
                        && type == Type.PLURAL
                        && cases.values().stream().allMatch(FrontEnd::isSimple)
                        && cases.keySet().stream().noneMatch(category -> category.startsWith("="));
    }

    private static boolean isSimple(Message message) {
        return message.choices().isEmpty() && !message.arguments().containsValue(Type.DATE);
    }

    static String json(WordsFile file) {
        var words = new StringJoiner(",\n", "{\n", "\n  }\n}\n");
        file.messages().forEach((key, message) -> {
            if (key.startsWith(Check.FRONT_END))
                words.add("    " + quoted(key.substring(Check.FRONT_END.length())) + ": " + value(message));
        });
        return "{\n  \"language\": " + quoted(file.tag()) + ",\n  \"reviewedByNativeSpeaker\": " + file.reviewed()
                + ",\n  \"words\": " + words;
    }

    private static String value(Message message) {
        if (!(message.pieces().getFirst() instanceof Choice choice)) return quoted(text(message));
        var forms = new StringJoiner(", ", "{", "}");
        choice.cases().forEach((category, form) -> forms.add(quoted(category) + ": " + quoted(text(form))));
        return forms.toString();
    }

    private static String text(Message message) {
        var text = new StringBuilder();
        for (Piece piece : message.pieces()) {
            switch (piece) {
                case Text(var words) -> text.append(words);
                case Argument argument ->
                    text.append('{').append(argument.name()).append('}');
                case Choice choice -> throw new IllegalStateException(choice.name() + " is within a message");
            }
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
