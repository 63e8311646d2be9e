package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;

/** {@code ./replay} against an AWS CLI whose bucket is a folder; {@code .ci/run} has it play on LocalStack. */
class ReplayTest {
    /** Functions answer well unless a record says otherwise; what they are called with is kept. */
    private static final String AWS = """
        #!/usr/bin/env bash
        set -euo pipefail
        case "$1 $2" in
          "cloudformation describe-stacks")
            [ "$4" = letters ] || { echo "Stack with id $4 does not exist" >&2; exit 255; }
            case $6 in *FailedBatchesBucketName*) echo bucket ;; *FailedBatchesUrl*) echo https://sqs/failed ;;
              *ReconcileFunction*) echo reconcile ;; esac ;;
          "s3api list-objects-v2") (cd "$AWS_FAKE/bucket" && ls | jq -R . | jq -s 'if . == [] then null else . end') ;;
          "s3 cp") cp "$AWS_FAKE/bucket/${4##*/}" "$5" ;;
          "s3 rm") rm "$AWS_FAKE/bucket/${4##*/}" ;;
          "lambda invoke")
            cp "${8#fileb://}" "$AWS_FAKE/called-${4##*:function:}"
            if grep -q poison "${8#fileb://}"; then echo '{"batchItemFailures":[{"itemIdentifier":"1"}]}' >"$9"
            elif grep -q crash "${8#fileb://}"; then echo '{"errorMessage":"crashed"}' >"$9"
            else echo '{"batchItemFailures":[]}' >"$9"; fi ;;
          "sqs purge-queue") touch "$AWS_FAKE/purged" ;;
          *) echo "unknown: $*" >&2; exit 1 ;;
        esac
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void anEmptyBucket() throws IOException {
        Files.createDirectory(folder.resolve("bucket"));
        assertThat(Files.writeString(folder.resolve("aws"), AWS).toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void whatWorksIsGoneAndMarkedAndCountedAnew() throws Exception {
        // Lambda writes the batch as a text, the functions themselves as an object.
        lies("one", "Tally:live", Json.text(batch("one")));
        lies("two", "QueueEmails:live", batch("two"));

        assertThat(replay(0)).contains("Counting anew", "2 batches are done with, 0 are left.");
        assertThat(left()).isEmpty();
        for (String function : List.of("Tally:live", "QueueEmails:live"))
            assertThat(called(function).get("Records"))
                    .satisfies(records -> assertThat((List<?>) records)
                            .singleElement()
                            .satisfies(record -> assertThat((Map<?, ?>) record)
                                    .extracting("replayed")
                                    .isEqualTo(true)));
        assertThat(folder.resolve("called-reconcile:live")).exists();
        assertThat(folder.resolve("purged")).exists();
    }

    @Test
    void whatFailsAgainStays() throws Exception {
        lies("one", "QueueEmails:live", batch("poison"));
        lies("two", "QueueEmails:live", batch("crash"));
        lies("three", "QueueEmails:live", batch("three"));

        assertThat(replay(1))
                .contains(
                        "one failed again; the log of QueueEmails:live says why.",
                        "two failed again",
                        "1 batches are done with, 2 are left.")
                .doesNotContain("Counting anew");
        assertThat(left()).containsExactly("one", "two");
        assertThat(folder.resolve("purged")).doesNotExist();
    }

    @Test
    void anEmptyBucketAndAnUnknownStackAreSaid() throws Exception {
        assertThat(replay(0)).contains("0 batches are done with, 0 are left.");
        assertThat(run(255, "lettres")).contains("lettres does not exist");
    }

    private static Map<String, Object> batch(String name) {
        return Map.of("Records", List.of(Map.of("eventID", name)));
    }

    private void lies(String key, String function, Object payload) throws IOException {
        Files.writeString(
                folder.resolve("bucket").resolve(key),
                Json.text(Map.of(
                        "requestContext",
                        Map.of("functionArn", "arn:aws:lambda:ca-central-1:123456789012:function:" + function),
                        "payload",
                        payload)));
    }

    private Map<String, Object> called(String function) throws IOException {
        return Json.object(Files.readString(folder.resolve("called-" + function)));
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder.resolve("bucket"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String replay(int code) throws IOException, InterruptedException {
        return run(code, "letters");
    }

    private String run(int code, String stack) throws IOException, InterruptedException {
        var command = new ProcessBuilder(Project.root().resolve("replay").toString(), stack).redirectErrorStream(true);
        command.environment().put("AWS", folder.resolve("aws").toString());
        command.environment().put("AWS_FAKE", folder.toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        return said;
    }
}
