package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;

class DefinitionTest {

    @Test
    void itIsSpelledAsAdministratorsWriteIt() throws IOException {
        String json = "{\"title\":{\"zh-Hant\":\"信\",\"en\":\"Letter\"},\"text\":{\"zh-Hant\":\"文\",\"en\":\"Text\"},"
            + "\"page\":null,\"state\":\"paused\",\"opensAt\":\"2026-11-23T09:00:00Z\",\"closesAt\":null,"
            + "\"categories\":[{\"id\":\"members\",\"name\":{\"zh-Hant\":\"員\",\"en\":\"Members\"},\"signs\":\"person\","
            + "\"affiliation\":\"required\",\"admission\":\"trusted-domains\",\"domains\":[\"parl.gc.ca\"],"
            + "\"order\":\"arrival\"}]}";
        Statement statement = Definition.read("letter", Json.object(json), 3, 7);
        assertThat(statement.languages()).containsExactly("zh-Hant", "en");
        assertThat(statement.textVersion()).isEqualTo(3);
        assertThat(statement.revision()).isEqualTo(7);
        assertThat(statement.categories().getFirst().admission()).isEqualTo(Admission.TRUSTED_DOMAINS);
        assertThat(Json.text(Definition.write(statement))).isEqualTo(json);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("statements") Statement statement) throws IOException {
        String json = Json.text(Definition.write(statement));
        Statement read =
                Definition.read(statement.id(), Json.object(json), statement.textVersion(), statement.revision());
        assertThat(read).isEqualTo(statement);
        assertThat(read.languages()).isEqualTo(statement.languages());
    }

    @Provide
    Arbitrary<Statement> statements() {
        Arbitrary<Optional<Instant>> moments = Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(Instant::ofEpochSecond)
                .optional();
        Arbitrary<Map<String, String>> texts = Arbitraries.shuffle("en", "fr", "zh-Hant")
                .flatMap(languages -> Texts.names()
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(words -> {
                            Map<String, String> byLanguage = new LinkedHashMap<>();
                            for (int i = 0; i < words.size(); i++) byLanguage.put(languages.get(i), words.get(i));
                            return byLanguage;
                        }));
        Arbitrary<Category> categories = Combinators.combine(
                        texts,
                        Arbitraries.of(Signs.values()),
                        Arbitraries.of(Affiliation.values()),
                        Arbitraries.of(Admission.values()),
                        Arbitraries.of(Order.values()),
                        Arbitraries.of("parl.gc.ca", "a.example").list().ofMaxSize(2))
                .as((name, signs, affiliation, admission, order, domains) ->
                        new Category("members", name, signs, affiliation, admission, domains, order));
        return Combinators.combine(
                        texts,
                        texts,
                        Arbitraries.of("https://letter.example/").optional(),
                        Arbitraries.of(State.values()),
                        moments,
                        moments,
                        categories.list().ofMinSize(1).ofMaxSize(3))
                .as((title, text, page, state, opensAt, closesAt, listed) -> new Statement(
                        "letter",
                        title,
                        text,
                        2,
                        page,
                        state,
                        opensAt,
                        closesAt,
                        List.copyOf(listed),
                        Moderation.NONE,
                        5));
    }
}
