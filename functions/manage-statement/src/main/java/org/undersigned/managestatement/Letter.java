package org.undersigned.managestatement;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.forms.Field;
import org.undersigned.lambda.Json;

/** The letter of a definition as HTML, by language. */
final class Letter {
    /** In bytes of JSON; an item of DynamoDB has at most 400 KB. */
    private static final int MAX_BYTES = 390_000;

    private Letter() {}

    /** Renders texts that are sound otherwise; what cannot be rendered is an error of its language. */
    static Map<String, String> render(Field field, Map<String, String> texts) {
        Map<String, String> html = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            switch (CommonMark.render(text)) {
                case CommonMark.Rendering.Html(String rendered) -> html.put(language, rendered);
                case CommonMark.Rendering.Refused(String code, String message) ->
                    field.member(language).error(code, message);
            }
        });
        if (Json.text(html).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)
            field.error(
                    "too-long", "must render to at most " + MAX_BYTES + " bytes of HTML, all languages taken together");
        return html;
    }
}
