package org.undersigned.wording;

/** What a statement's text renders to, from which nothing needs to be escaped, in the language of this tag. */
public record StatementText(String html, String language, boolean rightToLeft) {

    Page.FoldedText folded(Messages messages) {
        return new Page.FoldedText(messages.readText(), html, language, rightToLeft ? "rtl" : "ltr");
    }
}
