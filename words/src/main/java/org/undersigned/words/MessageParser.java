package org.undersigned.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.words.Message.Argument;
import org.undersigned.words.Message.Choice;
import org.undersigned.words.Message.Piece;
import org.undersigned.words.Message.Text;
import org.undersigned.words.Message.Type;

/** Reads a message; what is wrong with it is said for the translator. */
final class MessageParser {
    private final String source;
    private int at;

    private MessageParser(String source) {
        this.source = source;
    }

    static Message parse(String source) {
        var parser = new MessageParser(source);
        var message = parser.message("");
        if (parser.at < source.length()) throw parser.wrong("there is a } without its {");
        return message;
    }

    /** Up to the end or the closing brace; {@code counted} is what # stands for. */
    private Message message(String counted) {
        var pieces = new ArrayList<Piece>();
        var text = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '}') {
            char c = source.charAt(at);
            if (c == '{' || c == '#' && !counted.isEmpty()) {
                if (!text.isEmpty()) pieces.add(new Text(text.toString()));
                text.setLength(0);
                pieces.add(c == '{' ? argument() : counted(counted));
            } else {
                text.append(c);
                at++;
            }
        }
        if (!text.isEmpty()) pieces.add(new Text(text.toString()));
        return new Message(pieces);
    }

    private Argument counted(String name) {
        at++;
        return new Argument(name, Type.NUMBER);
    }

    private Piece argument() {
        at++;
        var name = word();
        if (taken('}')) return new Argument(name, Type.TEXT);
        expect(',');
        var format = word();
        return switch (format) {
            case "number" -> closed(new Argument(name, Type.NUMBER));
            case "date" -> closed(new Argument(name, Type.DATE));
            case "plural" -> choice(name, Type.PLURAL);
            case "select" -> choice(name, Type.SELECT);
            default -> throw wrong("“" + format + "” is none of number, date, plural and select");
        };
    }

    private Choice choice(String name, Type type) {
        expect(',');
        Map<String, Message> cases = new LinkedHashMap<>();
        while (!taken('}')) {
            var key = word();
            expect('{');
            if (cases.put(key, message(type == Type.PLURAL ? name : "")) != null) throw wrong(key + " is there twice");
            expect('}');
        }
        if (cases.isEmpty()) throw wrong("{" + name + "} has no forms");
        return new Choice(name, type, cases);
    }

    private Piece closed(Piece piece) {
        expect('}');
        return piece;
    }

    private String word() {
        skipSpace();
        int start = at;
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at)) || "=-".indexOf(source.charAt(at)) >= 0)) at++;
        if (start == at) throw wrong("a name is missing");
        return source.substring(start, at);
    }

    private void expect(char c) {
        if (!taken(c)) throw wrong("a " + c + " is missing");
    }

    private boolean taken(char c) {
        skipSpace();
        boolean there = at < source.length() && source.charAt(at) == c;
        if (there) at++;
        return there;
    }

    private void skipSpace() {
        while (at < source.length() && source.charAt(at) == ' ') at++;
    }

    private IllegalArgumentException wrong(String what) {
        var read = source.substring(Math.max(0, at - 20), at);
        return new IllegalArgumentException(what + " after “" + read + "”");
    }
}
