package org.undersigned.browser;

/** A statement in four languages, with a category of each kind. */
final class Rivers {
    private Rivers() {}

    static String inState(String state) {
        return DEFINITION.replace("STATE", state);
    }

    private static final String DEFINITION = """
        {"title": {"en": "Keep our rivers free", "fr": "Pour des rivières libres", "zh-Hant": "還河流自由",
                   "ar": "لتبقَ أنهارنا حرة"},
         "text": {"en": "We ask the council to keep the river free.\\n\\n- Publish **all** plans\\n- Listen",
                  "fr": "Nous demandons une rivière libre.", "zh-Hant": "我們要求保持河流自由。",
                  "ar": "نطلب أن يبقى النهر حرًا."},
         "page": null, "state": "STATE", "opensAt": null, "closesAt": null,
         "categories": [
           {"id": "groups", "name": {"en": "Organisations", "fr": "Associations", "zh-Hant": "團體", "ar": "المنظمات"},
            "signs": "organisation", "affiliation": "none", "admission": "reviewed", "order": "name"},
           {"id": "people", "name": {"en": "Individuals", "fr": "Personnes", "zh-Hant": "個人", "ar": "الأفراد"},
            "signs": "person", "affiliation": "optional", "admission": "automatic", "order": "name"},
           {"id": "supporters", "name": {"en": "Supporters", "fr": "Soutiens", "zh-Hant": "支持者", "ar": "المؤيدون"},
            "signs": "person", "affiliation": "none", "admission": "automatic", "order": "arrival"}]}
        """;
}
