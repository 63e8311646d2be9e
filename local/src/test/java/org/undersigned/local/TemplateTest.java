package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    private final Template template = Template.read(Project.root().resolve("template.yaml"));

    @Test
    void theRoutesAreTheTemplates() {
        assertThat(template.routes())
                .contains(
                        new Template.Route("DescribeStatement", "GET", "/statements/{statement}", Optional.empty()),
                        new Template.Route("Sign", "POST", "/statements/{statement}/signatures", Optional.empty()),
                        new Template.Route("Sign", "OPTIONS", "/statements/{statement}/signatures", Optional.empty()),
                        new Template.Route("Confirm", "GET", "/confirmations/{token+}", Optional.empty()),
                        new Template.Route("Confirm", "HEAD", "/confirmations/{token+}", Optional.empty()),
                        new Template.Route("Confirm", "POST", "/confirmations/{token+}", Optional.empty()),
                        new Template.Route("Withdraw", "POST", "/withdrawals/{token+}", Optional.empty()));
    }

    @Test
    void readersOfTheStreamsHaveTheirFiltersAndRetries() {
        assertThat(template.streamSources())
                .extracting(Template.StreamSource::function, Template.StreamSource::table)
                .containsExactlyInAnyOrder(
                        tuple("QueueEmails", "SigningRequests"),
                        tuple("QueueEmails", "Signatures"),
                        tuple("Tally", "Signatures"),
                        tuple("AnnounceChanges", "Tallies"));
        assertThat(template.streamSources()).allSatisfy(source -> {
            assertThat(source.batchSize()).isEqualTo(100);
            assertThat(source.retries()).isEqualTo(10_000);
            assertThat(source.patterns())
                    .isNotEmpty()
                    .allSatisfy(pattern -> assertThat(pattern).startsWith("{"));
        });
    }

    @Test
    void emailsThatCannotBeSentGoToTheDeadLetterQueue() {
        assertThat(template.queueSources())
                .singleElement()
                .extracting(Template.QueueSource::function, Template.QueueSource::queue)
                .containsExactly("SendEmail", "EmailQueue");
        assertThat(template.queues())
                .filteredOn(queue -> queue.name().equals("EmailQueue"))
                .singleElement()
                .satisfies(queue ->
                        assertThat(queue.redrive()).isEqualTo(Optional.of(new Template.Redrive("UnsentEmails", 400))));
        assertThat(template.queues())
                .filteredOn(queue -> queue.name().equals("UnsentEmails"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.redrive()).isEmpty());
    }

    @Test
    void tablesHaveTheirKeysIndexesAndStream() {
        assertThat(template.tables())
                .filteredOn(table -> table.name().equals("Signatures"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.keys()).containsExactly("signer", "capacity");
                    assertThat(table.stream()).contains("NEW_AND_OLD_IMAGES");
                    assertThat(table.indexes())
                            .contains(
                                    new Template.Index(
                                            "public",
                                            List.of("public", "sortKey"),
                                            "INCLUDE",
                                            List.of("name", "honorific", "affiliation", "signedOn")),
                                    new Template.Index("review", List.of("review", "since"), "ALL", List.of()));
                });
        assertThat(template.tables())
                .filteredOn(table -> table.name().equals("SigningRequests"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.keys()).containsExactly("signer", "request");
                    assertThat(table.stream()).contains("NEW_AND_OLD_IMAGES");
                    assertThat(table.indexes())
                            .containsExactly(
                                    new Template.Index("review", List.of("review", "since"), "ALL", List.of()));
                });
        assertThat(template.tables())
                .filteredOn(table -> table.name().equals("Statements"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.keys()).containsExactly("id");
                    assertThat(table.stream()).isEmpty();
                });
    }

    @Test
    void referencesAreReadAsTheNamesTheyNameAndWhatIsMissingHasAwssDefaults(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
            Resources:
              Reader:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Changes: {Type: DynamoDB, Properties: {Stream: !GetAtt Things.StreamArn}}
                    Messages: {Type: SQS, Properties: {Queue: !GetAtt Post.Arn}}
              Idle: {Type: AWS::Serverless::Function, Properties: {}}
              Post: {Type: AWS::SQS::Queue}
            """);

        Template small = Template.read(file);

        assertThat(small.streamSources())
                .containsExactly(new Template.StreamSource("Reader", "Things", 100, List.of(), Integer.MAX_VALUE));
        assertThat(small.queueSources()).containsExactly(new Template.QueueSource("Reader", "Post", 10));
        assertThat(small.queues()).containsExactly(new Template.Queue("Post", 30, Optional.empty()));
        assertThat(small.routes()).isEmpty();
        assertThat(small.tables()).isEmpty();
    }
}
