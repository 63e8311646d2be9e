package org.undersigned.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.undersigned.text.LanguageTag;

/** The same elements as {@code app.js} makes, so that nothing moves when it takes over. */
record PageBody(Letter letter, Words words, String root) {
    private static final int LONG = 90;

    void fill(Element body) {
        Element page =
                body.appendElement("div").attr("id", "page").attr("data-published", root.isEmpty() ? "./" : root);
        if (!root.isEmpty()) page.attr("data-language", letter.language());
        languages(page);
        Element main = page.appendElement("main");
        letter(main.appendElement("article").addClass("letter"));
        form(section(main, "sign", words.text("sign.heading")));
        signatories(section(main, "signatories", words.text("signatories.heading"))
                .appendElement("div")
                .addClass("signatories"));
    }

    private void languages(Element page) {
        if (letter.languages().size() < 2) return;
        Element list = page.appendElement("nav")
                .addClass("languages")
                .attr("aria-label", words.text("languages.label"))
                .appendElement("ul");
        for (String tag : letter.languages()) {
            Element link = list.appendElement("li").appendElement("a").attr("href", root + tag + "/");
            link.attr("lang", tag).attr("hreflang", tag).attr("dir", LanguageTag.isRightToLeft(tag) ? "rtl" : "ltr");
            if (tag.equals(letter.language())) link.attr("aria-current", "true");
            Locale language = Locale.forLanguageTag(tag);
            link.text(language.getDisplayName(language));
        }
    }

    private void letter(Element article) {
        Element header = article.appendElement("header");
        letter.organiser()
                .ifPresent(
                        organiser -> named(header.appendElement("p").addClass("organiser"), "organiser.by", organiser));
        Element title = inItsLanguage(header.appendElement("h1")).text(letter.title());
        if (letter.title().length() > LONG) title.addClass("long");
        letter.text("image")
                .ifPresent(image -> header.appendElement("img")
                        .addClass("banner")
                        .attr("src", image)
                        .attr("alt", letter.shortTitle())
                        .attr("width", "1200")
                        .attr("height", "630"));
        standing(article.appendElement("aside").attr("aria-label", words.text("standing.label")));
        Element text = article.appendElement("section").attr("aria-label", words.text("text.label"));
        LetterText.append(inItsLanguage(text.appendElement("div").addClass("text")), letter);
        responsible(text);
    }

    private void standing(Element aside) {
        Element standing = aside.appendElement("div").addClass("standing");
        String shown = words.number(letter.total());
        String[] around = words.around("count", Map.of("count", letter.total()));
        Element count = standing.appendElement("p").addClass("count").appendText(around[0]);
        count.appendElement("strong").text(shown);
        count.appendText(around[1].stripTrailing());
        letter.goal().ifPresent(goal -> goal(standing, goal));
        aside.appendElement("p")
                .appendElement("a")
                .addClass("button")
                .attr("href", "#sign")
                .text(words.text("sign.heading"));
        // Holds the place of the script's button, which is of no use without it.
        Element share = aside.appendElement("div").addClass("share").addClass("awaited");
        share.appendElement("button").addClass("plain").attr("type", "button").text(words.text("share.copy"));
        share.appendElement("span").addClass("quiet");
    }

    private void goal(Element standing, long goal) {
        long total = letter.total();
        standing.appendElement("progress")
                .attr("max", Long.toString(goal))
                .attr("value", Long.toString(Math.min(total, goal)))
                .attr("aria-label", words.text("goal.label"));
        var values = Map.of("goal", goal, "count", goal - total);
        standing.appendElement("p")
                .addClass("quiet")
                .text(words.text(total >= goal ? "goal.reached" : "goal.left", values));
    }

    private void responsible(Element text) {
        var privacy = letter.text("privacy");
        if (letter.organiser().isEmpty() && privacy.isEmpty()) return;
        Element paragraph = text.appendElement("p").addClass("responsible");
        letter.organiser().ifPresent(organiser -> named(paragraph, "organiser.asks", organiser));
        paragraph.appendText(" ");
        privacy.ifPresent(address -> paragraph
                .appendElement("a")
                .attr("href", address)
                .attr("rel", "noopener")
                .text(words.text("privacy.notice")));
    }

    private void named(Element paragraph, String key, Map<String, Object> organiser) {
        String[] around = words.around(key, Map.of());
        paragraph.appendText(around[0]);
        Object url = organiser.get("url");
        Element place = url == null
                ? paragraph
                : paragraph.appendElement("a").attr("href", (String) url).attr("rel", "noopener");
        place.appendElement("bdi").text((String) organiser.get("name"));
        paragraph.appendText(around[1].stripTrailing());
    }

    private void form(Element section) {
        section.appendElement("div").attr("id", "awaited");
        String state = letter.text("state").orElse("");
        if (state.equals("closed") || state.equals("paused"))
            section.appendElement("p").addClass("state").text(words.text("state." + state));
        else section.appendElement("noscript").appendElement("p").text(words.withoutScript());
    }

    private void signatories(Element view) {
        for (Map<String, Object> category : letter.categories()) {
            String id = (String) category.get("id");
            Element section = view.appendElement("section").addClass("category").attr("data-category", id);
            Element heading = section.appendElement("h3");
            inItsLanguage(heading.appendElement("span")).text((String) category.get("name"));
            long total = ((Number) category.get("total")).longValue();
            heading.appendText(" ").appendElement("span").addClass("count-of").text(words.number(total));
            names(section, letter.names().get(id), total);
        }
    }

    private void names(Element section, List<Map<String, Object>> names, long total) {
        if (names.size() < total)
            section.appendElement("p")
                    .addClass("quiet")
                    .text(words.text("list.part", Map.of("shown", names.size(), "count", total)));
        Element blocks = section.appendElement("div").addClass("blocks");
        if (names.isEmpty()) return;
        Element list = blocks.appendElement("ol").addClass("names");
        for (Map<String, Object> signatory : names) {
            Element item = list.appendElement("li");
            Object honorific = signatory.get("honorific");
            String name = (String) signatory.get("name");
            item.appendElement("bdi").addClass("name").text(honorific == null ? name : honorific + " " + name);
            if (signatory.get("affiliation") instanceof String affiliation)
                item.appendElement("span")
                        .addClass("affiliation")
                        .appendElement("bdi")
                        .text(affiliation);
        }
    }

    private static Element section(Element main, String id, String heading) {
        Element section = main.appendElement("section").attr("id", id).attr("aria-labelledby", id + "-heading");
        section.appendElement("h2")
                .attr("id", id + "-heading")
                .attr("tabindex", "-1")
                .text(heading);
        return section;
    }

    private Element inItsLanguage(Element element) {
        return element.attr("lang", letter.language()).attr("dir", letter.direction());
    }
}
