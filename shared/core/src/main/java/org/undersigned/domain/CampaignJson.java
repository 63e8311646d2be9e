package org.undersigned.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign's part of a definition; what is not given is not written, but for {@code page}. */
final class CampaignJson {
    private CampaignJson() {}

    static Campaign read(Map<String, Object> json) {
        return new Campaign(
                Definition.texts(json.get("shortTitle")),
                page(json),
                Optional.ofNullable((Map<?, ?>) json.get("organiser")).map(CampaignJson::organiser),
                Definition.optional(json, "privacy"),
                Definition.optional(json, "image"),
                number(json, "goal"),
                json.get("thresholds") instanceof List<?> totals
                        ? totals.stream().map(Integer.class::cast).toList()
                        : List.of(),
                Boolean.TRUE.equals(json.get("neutralSubject")),
                number(json, "retentionDays"));
    }

    static void write(Campaign campaign, Map<String, Object> json) {
        if (!campaign.shortTitle().isEmpty()) json.put("shortTitle", campaign.shortTitle());
        json.put("page", page(campaign.page()));
        campaign.organiser().ifPresent(organiser -> json.put("organiser", organiser(organiser)));
        campaign.privacy().ifPresent(address -> json.put("privacy", address));
        campaign.image().ifPresent(address -> json.put("image", address));
        campaign.goal().ifPresent(total -> json.put("goal", total));
        if (!campaign.thresholds().isEmpty()) json.put("thresholds", campaign.thresholds());
        if (campaign.neutralSubject()) json.put("neutralSubject", true);
        campaign.retentionDays().ifPresent(days -> json.put("retentionDays", days));
    }

    private static StatementPage page(Map<String, Object> json) {
        return json.get("page") instanceof Map<?, ?> byLanguage
                ? new StatementPage(Optional.empty(), Definition.texts(byLanguage))
                : new StatementPage(Definition.optional(json, "page"), Map.of());
    }

    private static Object page(StatementPage page) {
        return page.byLanguage().isEmpty() ? page.forAll().orElse(null) : page.byLanguage();
    }

    private static Organiser organiser(Map<?, ?> json) {
        return new Organiser(
                Definition.text((String) json.get("name")),
                Address.of((String) json.get("email")).orElseThrow().typed(),
                Definition.optional(json, "url"));
    }

    private static Map<String, Object> organiser(Organiser organiser) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", organiser.name());
        json.put("email", organiser.emailAddress());
        organiser.url().ifPresent(address -> json.put("url", address));
        return json;
    }

    private static Optional<Integer> number(Map<String, Object> json, String name) {
        return Optional.ofNullable((Integer) json.get(name));
    }
}
