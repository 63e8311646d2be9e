package org.undersigned.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;

/** The page of a statement in one language, as a browser gets it before any script ran. */
record StaticPage(Letter letter, Words words, URI home, URI api) {

    /** {@code root} leads from the page to the folder's own files: nothing, or {@code ../}. */
    byte[] html(String root) {
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        document.selectFirst("html").attr("lang", words.language()).attr("dir", words.direction());
        new PageHead(letter, words, home, api, root).fill(document.head());
        new PageBody(letter, words, root).fill(document.body());
        return ("<!DOCTYPE html>\n" + document.outerHtml() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
