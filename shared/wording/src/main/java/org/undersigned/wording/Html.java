package org.undersigned.wording;

/** Escapes text for HTML, in elements and in quoted attributes; an isolated name becomes a {@code <bdi>}. */
final class Html {
    private Html() {}

    static String escape(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case Isolate.START -> html.append("<bdi>");
                case Isolate.END -> html.append("</bdi>");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
