package org.undersigned.publish;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.undersigned.lambda.Json;

/** What search engines, messengers and the browser's loader read. */
record PageHead(Letter letter, Words words, URI home, URI api, String root) {
    private static final int DESCRIPTION = 200;

    /** What the statement's page imports at once. */
    private static final List<String> MODULES = List.of(
            "category",
            "config",
            "dom",
            "fields",
            "form",
            "languages",
            "session",
            "signatories",
            "signed",
            "standing",
            "text");

    void fill(Element head) {
        head.empty();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy());
        meta(head, "name", "viewport", "width=device-width, initial-scale=1");
        meta(head, "name", "referrer", "no-referrer");
        meta(head, "name", "color-scheme", "light dark");
        head.appendElement("title").text(letter.shortTitle());
        head.appendElement("link").attr("rel", "icon").attr("href", root + "icon.svg");
        for (String style : List.of("widgets.css", "style.css"))
            head.appendElement("link").attr("rel", "stylesheet").attr("href", root + style);
        load(head);
        describe(head);
        share(head);
        head.appendElement("script").attr("type", "application/ld+json").appendChild(new DataNode(linkedData()));
    }

    private void load(Element head) {
        head.appendElement("script").attr("type", "module").attr("src", root + "app.js");
        for (String module : MODULES)
            head.appendElement("link").attr("rel", "modulepreload").attr("href", root + module + ".js");
        head.appendElement("link")
                .attr("rel", "preload")
                .attr("as", "fetch")
                .attr("crossorigin", "anonymous")
                .attr("href", root + "words/" + words.language() + ".json");
        head.appendElement("link")
                .attr("rel", "preconnect")
                .attr("crossorigin", "anonymous")
                .attr("href", origin(api));
    }

    private void describe(Element head) {
        meta(head, "name", "description", description());
        head.appendElement("link").attr("rel", "canonical").attr("href", address(letter.language()));
        for (String language : letter.languages()) alternate(head, language, address(language));
        alternate(head, "x-default", home.toString());
    }

    private void share(Element head) {
        meta(head, "property", "og:type", "article");
        meta(head, "property", "og:url", address(letter.language()));
        meta(head, "property", "og:title", letter.title());
        meta(head, "property", "og:description", description());
        Optional<String> locale = SharedLocale.of(letter.language());
        locale.ifPresent(own -> meta(head, "property", "og:locale", own));
        letter.languages().stream()
                .map(SharedLocale::of)
                .flatMap(Optional::stream)
                .distinct()
                .filter(other -> !locale.equals(Optional.of(other)))
                .forEach(other -> meta(head, "property", "og:locale:alternate", other));
        organiser().ifPresent(name -> meta(head, "property", "og:site_name", name));
        letter.text("image").ifPresent(image -> {
            meta(head, "property", "og:image", image);
            meta(head, "property", "og:image:alt", letter.shortTitle());
            meta(head, "name", "twitter:image", image);
            meta(head, "name", "twitter:image:alt", letter.shortTitle());
        });
        meta(head, "name", "twitter:card", letter.image().isPresent() ? "summary_large_image" : "summary");
        meta(head, "name", "twitter:title", letter.title());
        meta(head, "name", "twitter:description", description());
    }

    private String policy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                + letter.image().map(image -> " " + origin(image)).orElse("") + "; connect-src 'self' " + origin(api)
                + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types"
                + " undersigned-text";
    }

    /** As schema.org has it; a less-than sign would end the element. */
    private String linkedData() {
        var json = new LinkedHashMap<String, Object>();
        json.put("@context", "https://schema.org");
        json.put("@type", "Article");
        json.put("headline", letter.title());
        json.put("description", description());
        json.put("inLanguage", letter.language());
        json.put("url", address(letter.language()));
        letter.text("image").ifPresent(image -> json.put("image", image));
        organiser().ifPresent(name -> json.put("publisher", Map.of("@type", "Organization", "name", name)));
        json.put(
                "interactionStatistic",
                Map.of(
                        "@type", "InteractionCounter",
                        "interactionType", "https://schema.org/EndorseAction",
                        "userInteractionCount", letter.total()));
        return Json.text(json).replace("<", "\\u003c");
    }

    /** The text's beginning, to a whole word. */
    private String description() {
        String text = Jsoup.parse(letter.text("textHtml").orElse("")).text();
        if (text.length() <= DESCRIPTION) return text;
        int end = text.lastIndexOf(' ', DESCRIPTION);
        if (end < DESCRIPTION / 2) end = text.offsetByCodePoints(0, text.codePointCount(0, DESCRIPTION));
        return text.substring(0, end) + " …";
    }

    private Optional<String> organiser() {
        return letter.organiser().map(organiser -> (String) organiser.get("name"));
    }

    private String address(String language) {
        return home + language + "/";
    }

    private static void alternate(Element head, String language, String address) {
        head.appendElement("link")
                .attr("rel", "alternate")
                .attr("hreflang", language)
                .attr("href", address);
    }

    private static void meta(Element head, String kind, String name, String content) {
        head.appendElement("meta").attr(kind, name).attr("content", content);
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
