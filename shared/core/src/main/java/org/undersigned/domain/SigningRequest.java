package org.undersigned.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a form asked for. Whoever sent it can be anyone: it changes nothing until the holder of the address confirms it.
 * {@code capacity} is the one that the signature would have; of one that is {@code blocked} by a list nobody hears. {@code
 * requestId} is that of the call of the API that brought it, for logs.
 */
public record SigningRequest(
        RequestId id,
        String statement,
        String capacity,
        Details details,
        String emailAddress,
        Optional<Network> network,
        Instant askedAt,
        Instant expiresAt,
        Optional<Bounce> bounce,
        Optional<BlockList> blocked,
        Optional<String> requestId) {

    /** {@code coolDown} is how long the same words are the same request, {@code open} how long they can be confirmed. */
    public static SigningRequest of(
            Statement statement,
            Signs signs,
            Details details,
            Address address,
            Optional<Network> network,
            Instant now,
            Duration coolDown,
            Duration open,
            KeyedHash hash) {
        String capacity = hash.capacity(signs, details.name());
        return new SigningRequest(
                RequestId.signing(hash.signer(statement.id(), address), hash.words(capacity, details), now, coolDown),
                statement.id(),
                capacity,
                details,
                address.typed(),
                network,
                now,
                now.plus(open),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SigningRequest blockedBy(Optional<BlockList> list) {
        return new SigningRequest(
                id, statement, capacity, details, emailAddress, network, askedAt, expiresAt, bounce, list, requestId);
    }

    public SigningRequest broughtBy(String call) {
        return new SigningRequest(
                id,
                statement,
                capacity,
                details,
                emailAddress,
                network,
                askedAt,
                expiresAt,
                bounce,
                blocked,
                Optional.of(call));
    }

    /** The signature that it becomes once confirmed. */
    public SignatureId signature() {
        return new SignatureId(id.signer(), capacity);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether another of the same address asks for the same. */
    public boolean says(SigningRequest other) {
        return capacity.equals(other.capacity) && details.equals(other.details);
    }

    /** Does not print who asked: it must not reach a log. */
    @Override
    public String toString() {
        return "SigningRequest[" + statement + "]";
    }
}
