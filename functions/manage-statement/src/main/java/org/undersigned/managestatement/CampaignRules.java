package org.undersigned.managestatement;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.TextRule;

/** The rules for what a definition says beside the letter. */
record CampaignRules(Texts texts) {
    private static final Set<String> ORGANISER = Set.of("name", "email", "url");
    private static final int MAX_ADDRESS = 2_000;
    private static final TextRule ADDRESS = new TextRule(MAX_ADDRESS, MAX_ADDRESS, 4 * MAX_ADDRESS, false, true);
    private static final int MAX_THRESHOLDS = 50;
    private static final int MAX_RETENTION_DAYS = 3_650;

    void check(Form form) {
        texts.check(form.optional("shortTitle"), TextRule.LINE);
        checkPage(form.optional("page"));
        form.optional("organiser").object(ORGANISER).ifPresent(CampaignRules::checkOrganiser);
        checkAddress(form.optional("privacy"));
        checkAddress(form.optional("image"));
        form.optional("goal").number();
        checkThresholds(form.optional("thresholds"));
        form.optional("neutralSubject").bool();
        Field days = form.optional("retentionDays");
        if (days.number().filter(number -> number > MAX_RETENTION_DAYS).isPresent())
            days.error("invalid", "must be at most " + MAX_RETENTION_DAYS + " days");
    }

    private void checkPage(Field page) {
        if (page.isObject())
            texts.members(page, "https addresses by language").values().forEach(CampaignRules::checkAddress);
        else checkAddress(page);
    }

    private static void checkOrganiser(Form organiser) {
        organiser.required("name").name();
        organiser.required("email").address();
        checkAddress(organiser.optional("url"));
    }

    private static void checkThresholds(Field field) {
        Set<Integer> known = new HashSet<>();
        for (Field total : field.list(MAX_THRESHOLDS, "totals"))
            if (total.number().filter(number -> !known.add(number)).isPresent())
                total.error("repeated", "must stand in the list once");
    }

    private static void checkAddress(Field field) {
        field.read(
                CampaignRules::webAddress,
                "must be an https address of at most " + MAX_ADDRESS + " characters, such as https://letter.example");
    }

    /** Of any character that may stand in a text: half a one could not be stored, one that turns text round would mislead. */
    private static Optional<URI> webAddress(String text) {
        if (!(ADDRESS.read(text) instanceof TextRule.Reading.Accepted)) return Optional.empty();
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
