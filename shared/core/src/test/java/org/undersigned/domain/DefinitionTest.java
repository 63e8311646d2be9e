package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instancio.Random;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.text.Property;
import org.undersigned.text.Texts;

class DefinitionTest {

    @Test
    void itIsSpelledAsAdministratorsWriteIt() throws IOException {
        String json = "{\"title\":{\"zh-Hant\":\"信\",\"en\":\"Letter\"},\"text\":{\"zh-Hant\":\"文\",\"en\":\"Text\"},"
            + "\"page\":null,\"state\":\"paused\",\"opensAt\":\"2026-11-23T09:00:00Z\",\"closesAt\":null,"
            + "\"categories\":[{\"id\":\"members\",\"name\":{\"zh-Hant\":\"員\",\"en\":\"Members\"},\"signs\":\"person\","
            + "\"affiliation\":\"required\",\"admission\":\"trusted-domains\",\"domains\":[\"parl.gc.ca\"],"
            + "\"order\":\"arrival\"}]}";
        Statement statement = Definition.read("letter", Json.object(json), 3, 7, Optional.empty());
        assertThat(statement.languages()).containsExactly("zh-Hant", "en");
        assertThat(statement.textVersion()).isEqualTo(3);
        assertThat(statement.revision()).isEqualTo(7);
        assertThat(statement.categories().getFirst().admission()).isEqualTo(Admission.TRUSTED_DOMAINS);
        assertThat(Json.text(Definition.write(statement))).isEqualTo(json);
    }

    @Test
    void whatIsPastedRoundATextIsNotKept() throws IOException {
        String blank = "\u200B %s\u00A0";
        String json = "{\"title\":{\"en\":\"" + blank.formatted("Letter") + "\"},\"text\":{\"en\":\"Text\"},\"page\":\""
                + blank.formatted("https://a.example/p") + "\",\"privacy\":\"" + blank.formatted("https://a.example/q")
                + "\",\"image\":\"" + blank.formatted("https://a.example/i") + "\",\"organiser\":{\"name\":\""
                + blank.formatted("Rivers") + "\",\"email\":\"" + blank.formatted("o@a.example") + "\",\"url\":\""
                + blank.formatted("https://a.example/") + "\"},\"state\":\"open\",\"opensAt\":\""
                + blank.formatted("2026-11-23T09:00:00Z") + "\",\"watchList\":[\"" + blank.formatted("Jordan Example")
                + "\"],\"categories\":[{\"id\":\"" + blank.formatted("people") + "\",\"name\":{\"en\":\""
                + blank.formatted("People") + "\"},\"signs\":\"person\",\"affiliation\":\"none\",\"admission\":"
                + "\"trusted-domains\",\"domains\":[\"" + blank.formatted("a.example") + "\"],\"order\":\"name\"}]}";

        String written =
                Json.text(Definition.write(Definition.read("letter", Json.object(json), 1, 1, Optional.empty())));

        assertThat(written).doesNotContain("\u200B", "\u00A0", "\" ", " \"");
    }

    @Property
    void whatIsWrittenIsReadBack(@Given(SomeStatement.class) Statement statement) throws IOException {
        String json = Json.text(Definition.write(statement));
        Statement read = Definition.read(
                statement.id(), Json.object(json), statement.textVersion(), statement.revision(), Optional.empty());
        assertThat(read).isEqualTo(statement);
        assertThat(read.languages()).isEqualTo(statement.languages());
    }

    @Test
    void aPageOfAnotherLanguageIsBetterThanNone() {
        var both = new LinkedHashMap<String, String>();
        both.put("fr", "https://letter.example/fr");
        both.put("en", "https://letter.example/en");
        var page = new StatementPage(Optional.empty(), both);
        assertThat(page.in("en")).contains("https://letter.example/en");
        assertThat(page.in("zh-Hant")).contains("https://letter.example/fr");
        assertThat(new StatementPage(Optional.of("https://letter.example"), Map.of()).in("en"))
                .contains("https://letter.example");
        assertThat(StatementPage.NONE.in("en")).isEmpty();
    }

    static final class SomeStatement implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            Random random = context.random();
            return new Statement(
                    "letter",
                    texts(random),
                    texts(random),
                    2,
                    campaign(random),
                    random.oneOf(State.values()),
                    maybe(random, moment(random)),
                    maybe(random, moment(random)),
                    Optional.empty(),
                    List.of(category(random), category(random)),
                    Moderation.NONE,
                    5);
        }

        private static Campaign campaign(Random random) {
            return new Campaign(
                    random.trueOrFalse() ? texts(random) : Map.of(),
                    random.trueOrFalse()
                            ? new StatementPage(maybe(random, "https://letter.example/"), Map.of())
                            : new StatementPage(Optional.empty(), Map.of("fr", "https://letter.example/fr")),
                    maybe(random, organiser(random)),
                    maybe(random, "https://letter.example/privacy"),
                    maybe(random, "https://letter.example/image.png"),
                    maybe(random, random.intRange(1, 1_000_000)),
                    random.trueOrFalse() ? List.of(100, 1_000) : List.of(),
                    random.trueOrFalse(),
                    maybe(random, 30));
        }

        private static Organiser organiser(Random random) {
            return new Organiser(Texts.name(random), "letters@example.org", maybe(random, "https://example.org/"));
        }

        private static Category category(Random random) {
            return new Category(
                    "members",
                    texts(random),
                    random.trueOrFalse() ? texts(random) : Map.of(),
                    random.oneOf(Signs.values()),
                    random.oneOf(Affiliation.values()),
                    random.oneOf(Admission.values()),
                    random.trueOrFalse() ? List.of("parl.gc.ca", "a.example") : List.of(),
                    random.oneOf(Order.values()));
        }

        private static Map<String, String> texts(Random random) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = random.intRange(1, 3); i > 0; i--)
                texts.put(random.oneOf("en", "fr", "zh-Hant"), Texts.name(random));
            return texts;
        }

        private static Instant moment(Random random) {
            return Instant.ofEpochSecond(random.longRange(0, 4_000_000_000L));
        }

        private static <T> Optional<T> maybe(Random random, T value) {
            return random.trueOrFalse() ? Optional.of(value) : Optional.empty();
        }
    }
}
