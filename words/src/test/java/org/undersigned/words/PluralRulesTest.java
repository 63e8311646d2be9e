package org.undersigned.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluralRulesTest {
    private static final int[] LARGE = {1_000, 1_001, 999_999, 1_000_000, 1_000_001, 2_000_000};

    /** The conditions are Java, so they are compiled to be asked. */
    @Test
    void theRulesAreThoseOfCldr(@TempDir Path folder) throws Exception {
        compile(folder);
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            for (var language : org.undersigned.words.PluralRules.languages()) {
                @SuppressWarnings("unchecked")
                var ours = (IntFunction<String>) loader.loadClass("Rule_" + language)
                        .getDeclaredConstructor()
                        .newInstance();
                var cldr = PluralRules.forLocale(ULocale.forLanguageTag(language));
                for (int n = 0; n < 250; n++)
                    assertThat(ours.apply(n)).as(language + n).isEqualTo(cldr.select(n));
                for (int n : LARGE) assertThat(ours.apply(n)).as(language + n).isEqualTo(cldr.select(n));
            }
        }
    }

    private static void compile(Path folder) throws IOException {
        for (var language : org.undersigned.words.PluralRules.languages()) {
            var source = new StringBuilder("public class Rule_" + language
                    + " implements java.util.function.IntFunction<String> { public String apply(int n) { return ");
            org.undersigned.words.PluralRules.of(language)
                    .orElseThrow()
                    .forEach((category, condition) -> source.append(condition + " ? \"" + category + "\" : "));
            Files.writeString(folder.resolve("Rule_" + language + ".java"), source + "\"other\"; } }");
        }
        try (var files = Files.newDirectoryStream(folder, "*.java")) {
            var arguments = new java.util.ArrayList<String>();
            for (var file : files) arguments.add(file.toString());
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
        }
    }
}
