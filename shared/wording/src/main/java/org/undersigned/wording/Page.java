package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.util.List;
import java.util.Optional;

/** The one layout of all pages: a heading, one or more parts, a way back. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    <!doctype html>
    <html lang="{{language}}" dir="{{direction}}">
    <head>
    <meta charset="utf-8">
    <title>{{title}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <style>{{{style}}}</style>
    </head>
    <body>
    <main>
    <h1>{{title}}</h1>
    {{#parts}}
    {{#heading}}
    <h2>{{.}}</h2>
    {{/heading}}
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{#facts}}
    {{#@first}}
    <dl>
    {{/@first}}
    <dt>{{label}}</dt>
    <dd><bdi>{{value}}</bdi></dd>
    {{#@last}}
    </dl>
    {{/@last}}
    {{/facts}}
    {{#text}}
    <details lang="{{language}}" dir="{{direction}}">
    <summary>{{summary}}</summary>
    {{{html}}}</details>
    {{/text}}
    {{#form}}
    <form method="post">\
    {{#request}}<input type="hidden" name="request" value="{{.}}">{{/request}}\
    {{#version}}<input type="hidden" name="version" value="{{.}}">{{/version}}\
    {{#inputs}}<label class="field"><span>{{label}}</span><input name="{{name}}" value="{{value}}" maxlength="200" \
    autocomplete="off" dir="auto"></label>{{/inputs}}\
    {{#listed}}<input type="hidden" name="listed" value="false"><label><input type="checkbox" name="listed" \
    value="true"{{#checked}} checked{{/checked}}><span>{{label}}</span></label>{{/listed}}\
    {{#silence}}<label><input type="checkbox" name="silence" value="true"><span>{{.}}</span></label>{{/silence}}\
    <button type="submit" name="{{field}}" value="true">{{label}}</button></form>
    {{/form}}
    {{#notes}}
    <p class="note">{{.}}</p>
    {{/notes}}
    {{#link}}
    <p><a href="{{address}}">{{label}}</a></p>
    {{/link}}
    {{/parts}}
    {{#back}}
    <p><a href="{{address}}">{{label}}</a></p>
    {{/back}}
    {{#organiser}}
    <p class="note">{{organiserLabel}}{{colon}}{{isolated}}<br>\
    <a href="{{mailto}}" dir="ltr">{{emailAddress}}</a>{{#url}}<br><a href="{{.}}" dir="ltr">{{.}}</a>{{/url}}</p>
    {{/organiser}}
    {{#privacy}}
    <p class="note"><a href="{{address}}">{{label}}</a></p>
    {{/privacy}}
    </main>
    </body>
    </html>
    """)
record Page(Language in, String title, List<Part> parts, Optional<About> about) {

    private static final PageRenderer RENDERER = new PageRenderer(String::valueOf, Html::escape);

    /** What is said, the facts, the text of the statement, at most one button, what else there is to know, and a link of ours. */
    record Part(
            Optional<String> heading,
            List<String> paragraphs,
            List<Fact> facts,
            Optional<FoldedText> text,
            Optional<Form> form,
            List<String> notes,
            Optional<Link> link) {

        static Part of(String... paragraphs) {
            return new Part(
                    Optional.empty(),
                    List.of(paragraphs),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }

        Part under(String heading) {
            return new Part(Optional.of(heading), paragraphs, facts, text, form, notes, link);
        }

        Part with(List<Fact> facts) {
            return new Part(heading, paragraphs, facts, text, form, notes, link);
        }

        Part with(Optional<FoldedText> text) {
            return new Part(heading, paragraphs, facts, text, form, notes, link);
        }

        Part with(Form form) {
            return new Part(heading, paragraphs, facts, text, Optional.of(form), notes, link);
        }

        Part noting(String... notes) {
            return new Part(heading, paragraphs, facts, text, form, List.of(notes), link);
        }

        Part leadingTo(Link link) {
            return new Part(heading, paragraphs, facts, text, form, notes, Optional.of(link));
        }
    }

    /** The text of a statement, behind a line that unfolds it. */
    record FoldedText(String summary, String html, String language, String direction) {}

    /** A button that posts its field as "true" to the page's own address, with what else the form holds. */
    record Form(
            String field,
            String label,
            Optional<String> request,
            Optional<String> silence,
            Optional<String> version,
            List<Input> inputs,
            Optional<Listed> listed) {

        static Form of(String field, String label) {
            return new Form(
                    field, label, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }

        /** With a request's id. */
        Form forRequest(String id) {
            return new Form(field, label, Optional.of(id), silence, version, inputs, listed);
        }

        /** With a box to tick. */
        Form offeringSilence(String label) {
            return new Form(field, this.label, request, Optional.of(label), version, inputs, listed);
        }

        /** With the words of a signature to edit, and the version that they are of. */
        Form editing(int version, List<Input> inputs, Listed listed) {
            return new Form(
                    field,
                    label,
                    request,
                    silence,
                    Optional.of(Integer.toString(version)),
                    inputs,
                    Optional.of(listed));
        }
    }

    /** A text to edit. */
    record Input(String name, String label, String value) {}

    /** Whether a signature is listed by name. */
    record Listed(String label, boolean checked) {}

    String language() {
        return in.tag();
    }

    String direction() {
        return in.direction();
    }

    String colon() {
        return in.messages().colon();
    }

    Optional<Link> back() {
        return about.flatMap(statement -> statement.page(in.messages().backToStatement()));
    }

    Optional<Organiser> organiser() {
        return about.flatMap(About::organiser);
    }

    String organiserLabel() {
        return in.messages().organiser();
    }

    Optional<Link> privacy() {
        return about.flatMap(statement -> statement.privacy(in.messages()));
    }

    String style() {
        return Style.SHEET;
    }

    String html() {
        return RENDERER.execute(this);
    }
}
