package org.undersigned.publish;

import java.util.Map;

/** How to sign, for readers whose browser runs no script. */
final class WithoutScript {
    private static final String ENGLISH =
            "To sign, switch on JavaScript and load this page again, or open it in another browser. The text and the"
                    + " names can be read without it.";

    private static final Map<String, String> OTHERS = Map.of(
            "fr",
            "Pour signer, activez JavaScript et rechargez cette page, ou ouvrez-la dans un autre navigateur. Le texte"
                    + " et les noms se lisent sans cela.",
            "es",
            "Para firmar, active JavaScript y vuelva a cargar esta página, o ábrala en otro navegador. El texto y los"
                    + " nombres pueden leerse sin ello.",
            "de",
            "Zum Unterschreiben schalten Sie JavaScript ein und laden diese Seite neu, oder öffnen Sie sie in einem"
                    + " anderen Browser. Text und Namen sind auch ohne zu lesen.",
            "zh-Hans",
            "要签名，请启用 JavaScript 并重新载入本页，或用其他浏览器打开。不启用也可以阅读正文和名单。",
            "zh-Hant",
            "要簽名，請啟用 JavaScript 並重新載入本頁，或用其他瀏覽器開啟。不啟用也可以閱讀正文和名單。",
            "ar",
            "للتوقيع، فعّل JavaScript وأعد تحميل هذه الصفحة، أو افتحها في متصفح آخر. ويمكن قراءة النص والأسماء من دون"
                    + " ذلك.");

    private WithoutScript() {}

    static String in(String language) {
        return OTHERS.getOrDefault(language, ENGLISH);
    }
}
