package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

/** A mailbox gets few emails a day that others can cause, and none once it is to get none. */
class MailboxTest {
    private static final int MOST = 5;

    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    @Test
    void sixtyOrganisationsOfOneAddressBringFiveEmails() {
        Signer group = Signer.organisation("Group").with("email", ann.email());
        AtOnce.times(
                60,
                i -> api.trySign(
                                journey.statement(),
                                group.with("name", "Group " + i).json())
                        .status());
        backend.mail(ann.email(), MOST);
        backend.settle();
        assertThat(backend.mailsTo(ann.email())).hasSize(MOST);
        assertThat(journey.requests()).hasSize(60);
    }

    @Test
    void threeStatementsShareTheLimit() {
        List<Journey> three = List.of(journey, Journey.start(), Journey.start());
        for (Journey one : three) for (int i = 0; i < 3; i++) one.sign(ann.with("honorific", "No " + i));
        backend.mail(ann.email(), MOST);
        backend.settle();
        assertThat(backend.mailsTo(ann.email())).hasSize(MOST);
    }

    @Test
    void plusTagsOfAnyDomainAreOneMailbox() {
        String name = "v" + UUID.randomUUID();
        List<String> addresses = IntStream.range(0, 20)
                .mapToObj(i -> name + "+" + i + "@corp.example")
                .toList();
        for (String address : addresses) journey.sign(ann.with("email", address));
        Backend.patiently()
                .until(() -> addresses.stream()
                                .mapToInt(address -> backend.mailsTo(address).size())
                                .sum()
                        == MOST);
        backend.settle();
        assertThat(addresses.stream()
                        .mapToInt(address -> backend.mailsTo(address).size())
                        .sum())
                .isEqualTo(MOST);
    }

    @Test
    void whatOnesOwnClickCausesIsNotLimited() {
        for (int i = 1; i <= MOST; i++) journey.sign(ann.with("honorific", "No " + i), i);
        journey.confirm(backend.mail(ann.email(), 2));

        Inbox.Received receipt = backend.mail(ann.email(), MOST + 1);

        assertThat(receipt.text()).contains("Ann Baker").contains("/withdrawals/");
        assertThat(api.press(Links.withdrawal(receipt)).status()).isEqualTo(200);
    }

    @Test
    void rejectionsAndReinstatementsCountToo() {
        Journey telling = Journey.start(Map.of("\"text\"", "\"rejectionMails\": true, \"text\""));
        Admin moderator = Admin.moderator(telling);
        Signer scholar = ann.with("category", "scholars").with("affiliation", "PEN");
        telling.signAndConfirm(scholar);
        for (int i = 0; i < 10; i++) {
            moderator.decide("reject", telling.id(scholar));
            moderator.decide("reinstate", telling.id(scholar));
        }
        moderator.decide("reject", telling.id(scholar));
        backend.mail(ann.email(), 3);
        backend.settle();
        // The confirmation, which counts, the receipt, which does not, and four rejections at most.
        assertThat(backend.mailsTo(ann.email())).hasSizeBetween(3, MOST + 1);
    }

    @Test
    void afterAComplaintNothingComes() {
        Signer complaining = ann.with("email", backend.simulated("complaint"));
        journey.sign(complaining, 1);
        backend.simulate(journey, complaining, "complaint");
        awaitStopped(complaining, "complaint");
        for (int i = 0; i < 3; i++) journey.sign(complaining.with("honorific", "No " + i));
        Journey.start().sign(complaining);
        backend.settle();
        assertThat(backend.mailsTo(complaining.email())).hasSize(1);
    }

    @Test
    void whereNothingCanBeDeliveredNothingIsSent() {
        Signer bouncing = ann.with("email", backend.simulated("bounce"));
        journey.sign(bouncing, 1);
        backend.simulate(journey, bouncing, "bounce");
        awaitStopped(bouncing, "undeliverable");
        journey.sign(bouncing.with("honorific", "Dr."));
        backend.settle();
        assertThat(backend.mailsTo(bouncing.email())).hasSize(1);
    }

    private void awaitStopped(Signer signer, String why) {
        Backend.patiently()
                .untilAsserted(() -> assertThat(backend.mailbox(signer))
                        .extractingByKey("stopped")
                        .extracting(value -> value.s())
                        .isEqualTo(why));
    }
}
