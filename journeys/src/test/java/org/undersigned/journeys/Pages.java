package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the pages of signatures that moderators see. */
final class Pages {
    private Pages() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> signatures(Api.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return (List<Map<String, Object>>) page.json().get("signatures");
    }

    static List<String> names(Api.Answer page) {
        return signatures(page).stream()
                .map(signature -> (String) signature.get("name"))
                .toList();
    }

    /** Each as {@code code value}, but for what every address has. */
    static List<String> flags(Map<String, Object> signature) {
        List<String> flags = new ArrayList<>();
        for (Object flag : (List<?>) signature.get("flags")) {
            var members = (Map<?, ?>) flag;
            if (!members.get("code").equals("address-domain"))
                flags.add(members.get("code") + " " + members.get("value"));
        }
        return flags;
    }
}
