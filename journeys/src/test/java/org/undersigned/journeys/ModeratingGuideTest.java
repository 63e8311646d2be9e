package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.local.Project;

/** Runs the blocks of {@code docs/moderating.md} as a reader would, and finds what they promise. */
@OnlyOn(value = EMBEDDED, because = "the guide takes its tokens and mails from the local run")
class ModeratingGuideTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MARK = "-- the next block --";

    @TempDir
    private Path folder;

    @Test
    void eachBlockDoesWhatTheGuideSays() throws IOException {
        List<String> blocks = new ArrayList<>();
        List<String> promises = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(Project.root().resolve("docs/moderating.md")));
        while (found.find()) {
            if (found.group(1).equals("sh")) {
                blocks.add(found.group(2));
                promises.add("");
            } else promises.set(promises.size() - 1, found.group(2));
        }
        assertThat(blocks).hasSizeGreaterThan(10);
        String[] outputs = run(blocks).split(Pattern.quote(MARK), -1);
        for (int i = 0; i < blocks.size(); i++) assertKept(blocks.get(i), promises.get(i), outputs[i]);
    }

    /** Each line of a promise stands in the output after the one before; {@code …} stands for anything. */
    private static void assertKept(String block, String promise, String output) {
        int from = 0;
        for (String line : promise.lines().toList()) {
            String pattern = Pattern.quote(line).replace("…", "\\E.*?\\Q");
            Matcher kept = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(output);
            assertThat(kept.find(from))
                    .as("%s%npromises: %s%nbut answers: %s", block, line, output)
                    .isTrue();
            from = kept.end();
        }
    }

    private String run(List<String> blocks) throws IOException {
        String url = Backend.get().url();
        String script = String.join("\necho '" + MARK + "'\n", blocks).replace("http://localhost:8080", url);
        var process = new ProcessBuilder("bash", "-euc", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
