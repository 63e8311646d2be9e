package org.undersigned.invalidate;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.IpRange;
import org.undersigned.domain.Network;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;

/**
 * Which signatures are meant: those that count or wait, were confirmed by email from {@code from} (inclusive) until
 * {@code until} (exclusive), and meet all of what else is given. Imported rows, for which an administrator has answered, are
 * never meant.
 */
record Selection(
        Optional<Network> network,
        Optional<String> domain,
        Optional<Instant> from,
        Instant until,
        Optional<Flag> flag) {

    boolean matches(Signature signature, Statement statement) {
        boolean stands = signature.status() == Status.PUBLISHED || signature.status() == Status.IN_REVIEW;
        return stands
                && isWithin(signature.signedAt())
                && network.filter(wanted -> !isWithin(signature, wanted)).isEmpty()
                && signature
                        .emailAddress()
                        .flatMap(Address::of)
                        .filter(address -> domain.filter(wanted -> !address.isUnder(wanted))
                                .isEmpty())
                        .filter(address -> flag.filter(wanted -> !wanted.isOn(signature, address, statement))
                                .isEmpty())
                        .isPresent();
    }

    private boolean isWithin(Instant moment) {
        return moment.isBefore(until) && from.filter(moment::isBefore).isEmpty();
    }

    private static boolean isWithin(Signature signature, Network wanted) {
        IpRange range = IpRange.of(wanted.prefix()).orElseThrow();
        return signature.review().network().filter(range::covers).isPresent();
    }

    /** What moderators see beside a signature, as far as it tells by itself. */
    enum Flag {
        WATCH_LIST,
        MAIL_BOUNCED,
        FREE_MAIL,
        CLAIMS_IMPORTED_ROW;

        private boolean isOn(Signature signature, Address address, Statement statement) {
            return switch (this) {
                case WATCH_LIST ->
                    statement.moderation().watchList().holds(signature.details().shown());
                case MAIL_BOUNCED -> signature.review().bounce().isPresent();
                case FREE_MAIL -> address.isFreeMail();
                case CLAIMS_IMPORTED_ROW -> signature.review().claims().isPresent();
            };
        }
    }
}
