package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.local.Project;

/** What {@code ./upload} asks of AWS, in which order, and what it refuses before; a script stands where the CLI stands. */
class UploadTest {
    private static final String AWS = """
        #!/bin/sh
        shift 4 # --region REGION --output text
        echo "$*" >>"${0%/*}/calls"
        case $* in
          *describe-stack-resource*--stack-name\\ plain\\ *) exit 254 ;;
          *describe-stack-resource*) echo edge ;;
          *OutputKey*Bucket*) echo pages ;;
          *OutputKey*Distribution*) echo E2EXAMPLE ;;
          *list-objects-v2*) printf '%s\\n' index.html fr/index.html old.css moderate/index.html moderate/old.js ;;
        esac
        """;

    @TempDir
    private Path folder;

    private Path tools;
    private Path pages;

    @BeforeEach
    void make() throws IOException {
        tools = Files.createDirectories(folder.resolve("bin"));
        assertThat(Files.writeString(tools.resolve("aws"), AWS).toFile().setExecutable(true))
                .isTrue();
        Files.createFile(tools.resolve("calls"));
        pages = Files.createDirectories(folder.resolve("pages"));
        for (String name : List.of("index.html", "app.js", "style.css", ".published")) add(name);
    }

    @Test
    void pagesComeWhenAllThatTheyLoadIsThereAndTheDistributionForgetsAtTheEnd() throws Exception {
        assertThat(upload("--stack", "letter", pages.toString()).text()).isEqualTo("3 files are in pages.\n");

        assertThat(calls().stream().filter(call -> call.startsWith("s3 cp")))
                .extracting(call -> call.replaceAll(".*--include [*](\\S+) .*--content-type (\\S+).*", "$1 $2"))
                .containsExactly(".css text/css;", ".js text/javascript;", ".html text/html;");
        assertThat(calls())
                .filteredOn(call -> call.startsWith("s3 cp"))
                .allMatch(call -> call.endsWith(" s3://pages/"))
                .allMatch(call -> call.contains("--exclude .*"))
                .allMatch(call -> call.contains("must-revalidate"));
        assertThat(calls().getLast())
                .startsWith("cloudfront create-invalidation --distribution-id E2EXAMPLE --paths /*");
    }

    @Test
    void whatAnEarlierFolderHadIsDeletedAndTheModeratorsPageStays() throws Exception {
        upload("--bucket", "pages", pages.toString());

        assertThat(calls().stream().filter(call -> call.startsWith("s3 rm")))
                .containsExactly(
                        "s3 rm --only-show-errors s3://pages/fr/index.html",
                        "s3 rm --only-show-errors s3://pages/old.css");
        assertThat(calls()).noneMatch(call -> call.startsWith("cloudfront"));
    }

    @Test
    void belowAFolderNothingElseIsTouched() throws Exception {
        assertThat(upload("--bucket", "pages", "--below", "/moderate/", pages.toString())
                        .text())
                .isEqualTo("3 files are in pages, below moderate.\n");

        assertThat(calls().stream().filter(call -> call.startsWith("s3 cp")))
                .allMatch(call -> call.endsWith(" s3://pages/moderate/"));
        assertThat(calls()).anyMatch(call -> call.contains("list-objects-v2 --bucket pages --prefix moderate/"));
    }

    @Test
    void whatIsNoPageIsRefusedBeforeAnythingIsUploaded() throws Exception {
        add("backup.sql");

        Said said = upload("--bucket", "pages", pages.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .isEqualTo(pages + "/backup.sql is of no kind that a page loads; nothing was uploaded.\n");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aFolderWithoutAPageIsRefused() throws Exception {
        Files.delete(pages.resolve("index.html"));

        assertThat(upload("--bucket", "pages", pages.toString()).text())
                .isEqualTo(pages + " has no index.html: write it with ./publish.\n");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aStackWithoutADomainIsRefused() throws Exception {
        Said said = upload("--stack", "plain", pages.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).startsWith("The stack plain has no distribution: deploy it with Domain");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatCannotBeMeantIsAnsweredWithTheUsage() throws Exception {
        for (List<String> options : List.of(
                List.<String>of(),
                List.of(pages.toString()),
                List.of("--stack", "letter", "--bucket", "pages", pages.toString()),
                List.of("--bucket", "pages", "--dry-run", pages.toString()),
                List.of("--bucket", "pages", pages.toString(), pages.toString()),
                List.of("--bucket"))) {
            Said said = upload(options.toArray(String[]::new));
            assertThat(said.status()).as(options.toString()).isEqualTo(2);
            assertThat(said.text()).startsWith("usage: ./upload");
        }
        assertThat(calls()).isEmpty();
    }

    private void add(String name) throws IOException {
        Files.writeString(pages.resolve(name), name);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    private Said upload(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Project.root().resolve("upload").toString(), "--region", "ca-central-1"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", tools + ":/usr/bin:/bin");
        Process running = process.start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(text, running.exitValue());
    }

    private record Said(String text, int status) {}
}
