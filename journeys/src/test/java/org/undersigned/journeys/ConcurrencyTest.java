package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class ConcurrencyTest {
    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();

    @Test
    void fiftySignsOfOneAddressAtOnceAreOneSignatureAndOneMail() {
        Signer ann = Signer.person("Ann Lee");

        assertThat(AtOnce.times(
                        50, i -> api.trySign(journey.statement(), ann.json()).status()))
                .containsOnly(202);

        backend.mail(ann.email(), 1);
        backend.settle();
        assertThat(backend.mailsTo(ann.email())).hasSize(1);
        assertThat(journey.items()).isEmpty();
        api.press(Links.confirmation(backend.mail(ann.email(), 1)));
        journey.awaitTotal(1);
    }

    @Test
    void fiftySignsOfOneAddressWithOtherWordsEachAreFiftyRequestsAndFiveEmailsOfWhichOneConfirms() {
        Signer ann = Signer.person("Ann 0");

        assertThat(AtOnce.times(
                        50,
                        i -> api.trySign(
                                        journey.statement(),
                                        ann.with("name", "Ann " + i).json())
                                .status()))
                .containsOnly(202);

        backend.mail(ann.email(), 5);
        backend.settle();
        List<Inbox.Received> emails = backend.mailsTo(ann.email());
        assertThat(emails).hasSize(5);
        assertThat(journey.requests()).hasSize(50);
        assertThat(AtOnce.times(
                        5, i -> api.press(Links.confirmation(emails.get(i))).status()))
                .containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        assertThat(journey.items()).hasSize(1);
        journey.awaitTotal(1);
    }

    @Test
    void fiftySignsOfAnAddressThatHasSignedChangeNothing() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        journey.awaitTotal(1);
        var signed = journey.item(ann);

        assertThat(AtOnce.times(
                        50,
                        i -> api.trySign(
                                        journey.statement(),
                                        ann.with("name", "Bob " + i).json())
                                .status()))
                .containsOnly(202);

        // The confirmation and four that say so, and the receipt, which does not count.
        backend.mail(ann.email(), 6);
        backend.settle();
        assertThat(backend.mailsTo(ann.email())).hasSize(6);
        assertThat(journey.item(ann)).isEqualTo(signed);
        assertThat(journey.names("people")).containsExactly("Ann Lee");
        assertThat(journey.total()).isEqualTo(1);
    }

    @Test
    void fortyConfirmsOfOneLinkAllAnswerPublishedAndCountOnce() {
        Signer ann = Signer.person("Ann Lee");
        String link = Links.confirmation(journey.sign(ann, 1));

        assertThat(AtOnce.times(40, i -> api.press(link)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200))
                .allSatisfy(answer -> assertThat(answer.json()).isEqualTo(Map.of("status", "published")));

        assertExactly(List.of("Ann Lee"));
    }

    @Test
    void sixtySignersAtOnceAreAllCountedAndListed() {
        List<Signer> signers = signers(60);
        AtOnce.times(60, i -> api.trySign(journey.statement(), signers.get(i).json()));
        List<String> links = signers.stream()
                .map(signer -> Links.confirmation(backend.mail(signer.email(), 1)))
                .toList();

        assertThat(AtOnce.times(60, i -> api.press(links.get(i)).status())).containsOnly(200);

        assertExactly(names(signers));
        signers.forEach(signer -> backend.mail(signer.email(), 2));
        backend.settle();
        assertThat(signers)
                .allSatisfy(
                        signer -> assertThat(backend.mailsTo(signer.email())).hasSize(2));
    }

    @Test
    void confirmingAndWithdrawingAtOnceEndsWithdrawnInEitherOrder() {
        List<Signer> signers = signers(12);
        signers.forEach(journey::sign);
        List<Callable<Integer>> presses = new ArrayList<>();
        for (Signer signer : signers) {
            Inbox.Received asked = backend.mail(signer.email(), 1);
            journey.confirm(asked);
            Inbox.Received receipt = backend.mail(signer.email(), 2);
            presses.add(() -> api.press(Links.confirmation(asked)).status());
            presses.add(() -> api.press(Links.withdrawal(receipt)).status());
        }

        List<Integer> answers = AtOnce.all(presses);

        for (int i = 0; i < presses.size(); i += 2) {
            assertThat(answers.get(i)).isIn(200, 410);
            assertThat(answers.get(i + 1)).isEqualTo(200);
        }
        assertThat(signers)
                .allSatisfy(signer ->
                        assertThat(journey.attribute(signer, "status")).isEqualTo("WITHDRAWN"));
        assertExactlyAfterOneMore(List.of());
    }

    @Test
    void signingAgainAndConfirmingAtOnceListsTheWordsThatWereConfirmed() {
        List<Signer> signers = signers(12);
        signers.forEach(journey::sign);
        List<Callable<Integer>> both = new ArrayList<>();
        for (Signer signer : signers) {
            String link = Links.confirmation(backend.mail(signer.email(), 1));
            both.add(() -> api.press(link).status());
            both.add(() -> api.trySign(
                            journey.statement(),
                            signer.with("name", signer.fields().get("name") + " Newly")
                                    .json())
                    .status());
        }

        List<Integer> answers = AtOnce.all(both);

        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i)).isEqualTo(200);
            assertThat(answers.get(i + 1)).isEqualTo(202);
        }
        assertExactly(names(signers));
    }

    private static List<Signer> signers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Signer.person("Ann " + Character.toString('A' + i % 26) + " Lee " + i))
                .toList();
    }

    private static List<String> names(List<Signer> signers) {
        return signers.stream()
                .map(signer -> (String) signer.fields().get("name"))
                .toList();
    }

    private void assertExactly(List<String> names) {
        Counted.await(journey.statement(), "people", names.size());
        assertExactlyAfterOneMore(names);
    }

    /** The stream keeps the order: once one more is counted, so is all that came before. */
    private void assertExactlyAfterOneMore(List<String> names) {
        Signer last = Signer.person("Last One");
        journey.signAndConfirm(last);
        List<String> all = new ArrayList<>(names);
        all.add("Last One");
        Counted counted = Counted.await(journey.statement(), "people", all.size());
        assertThat(counted.categories()).isEqualTo(Map.of("people", (long) all.size()));
        assertThat(counted.overAllDays()).isEqualTo(all.size());
        assertThat(journey.total()).isEqualTo(all.size());
        assertThat(journey.names("people")).containsExactlyInAnyOrderElementsOf(all);
    }
}
