package org.undersigned.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.undersigned.domain.Address;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.Network;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** Many names from one network, as a script confirms them whose author has a domain of their own. */
record Attack(Journey journey, String network, String domain, String category) {
    static Attack on(Journey journey, String domain) {
        return new Attack(journey, "203.0.113.77", domain, "people");
    }

    /** The same in another category of persons. */
    Attack in(String other) {
        return new Attack(journey, network, domain, other);
    }

    /** Signatures of persons, named {@code False 0001} and so on. */
    void sign(int names) {
        Statement statement = new Statements(journey.backend().env())
                .read(journey.statement())
                .orElseThrow();
        Category signed = statement.category(category).orElseThrow();
        Instant now = Instant.now();
        List<Signature> all = IntStream.range(0, names)
                .mapToObj(i -> signature(statement, signed, i, now.plusNanos(1_000L * i)))
                .toList();
        Signatures signatures = journey.backend().signatures();
        for (int from = 0; from < names; from += Signatures.ADDED_AT_ONCE)
            signatures.addAll(new ArrayList<>(all.subList(from, Math.min(names, from + Signatures.ADDED_AT_ONCE))));
    }

    private Signature signature(Statement statement, Category category, int number, Instant at) {
        String name = "False %04d".formatted(number);
        var details = new Details(
                category.id(), name, Optional.empty(), affiliation(category), name, Optional.empty(), "en", 1, true);
        Optional<Network> from = IpAddress.of(network).map(IpAddress::network);
        SigningRequest request = SigningRequest.of(
                statement,
                Signs.PERSON,
                details,
                Address.of("false" + number + "@" + domain).orElseThrow(),
                from,
                at,
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                journey.backend().hash());
        String sortKey = SortKey.byName(name, name, ThreadLocalRandom.current());
        return withoutReceipt(
                Signature.confirmed(request, statement, category, Optional.empty(), Optional.empty(), sortKey, at));
    }

    private static Optional<String> affiliation(Category category) {
        return category.affiliation() == Affiliation.NONE ? Optional.empty() : Optional.of("Nowhere");
    }

    /** A thousand emails would hold up those of all other journeys. */
    private static Signature withoutReceipt(Signature s) {
        return new Signature(
                s.id(),
                s.statement(),
                s.status(),
                s.version(),
                s.details(),
                s.emailAddress(),
                s.sortKey(),
                s.signedAt(),
                s.signedOn(),
                s.since(),
                s.request(),
                Optional.empty(),
                s.withdrawnFrom(),
                s.provenance(),
                s.review(),
                s.edit());
    }
}
