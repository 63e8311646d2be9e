package org.undersigned.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.undersigned.domain.Address;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** More signatures than a test could send by forms, confirmed from one network; they owe no emails. */
record Crowd(Env env, Statement statement, Category category) {
    static final String NETWORK = "192.0.2.7";

    static Crowd of(Env env, String statement, String category) {
        Statement read = new Statements(env).read(statement).orElseThrow();
        return new Crowd(env, read, read.category(category).orElseThrow());
    }

    /** {@code name} holds {@code %d}. */
    void sign(String name, String domain, int names) {
        var signatures = new Signatures(env);
        Instant now = Instant.now();
        List<Signature> all = IntStream.range(0, names)
                .mapToObj(i -> signature(name.formatted(i), i + "@" + domain, now.plusNanos(1_000L * i)))
                .toList();
        for (int from = 0; from < names; from += Signatures.ADDED_AT_ONCE)
            signatures.addAll(new ArrayList<>(all.subList(from, Math.min(names, from + Signatures.ADDED_AT_ONCE))));
    }

    private Signature signature(String name, String email, Instant at) {
        var contact = category.signs() == Signs.ORGANISATION
                ? Optional.of(new Details.Contact("Joan", "Chair"))
                : Optional.<Details.Contact>empty();
        var details =
                new Details(category.id(), name, Optional.empty(), Optional.empty(), name, contact, "en", 1, true);
        SigningRequest request = SigningRequest.of(
                statement,
                category.signs(),
                details,
                Address.of(email).orElseThrow(),
                IpAddress.of(NETWORK).map(IpAddress::network),
                at,
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                env.keyedHash());
        String sortKey = SortKey.byName(name, name, ThreadLocalRandom.current());
        return owingNothing(
                Signature.confirmed(request, statement, category, Optional.empty(), Optional.empty(), sortKey, at));
    }

    private static Signature owingNothing(Signature s) {
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
