package org.undersigned.invalidate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Address;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.IpRange;
import org.undersigned.domain.Network;
import org.undersigned.domain.RejectionReason;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;

/** Reads which signatures an administrator means, and why, and finds all that is wrong with it. */
final class InvalidationForm {
    private static final Set<String> CRITERIA = Set.of("network", "domain", "from", "until", "flag");

    /** Flags of the queue that tell of two signatures, not of one. */
    private static final Set<String> COMPARING =
            Set.of("name-listed", "name-nearly-listed", "name-waiting", "same-network");

    private InvalidationForm() {}

    /** Without {@code until}, what is signed from {@code now} on is not meant. */
    static Reading read(Map<String, Object> json, Instant now) {
        Form form = Form.of(json, Set.of("selection", "reason"));
        Optional<Selection> selection =
                form.required("selection").object(CRITERIA).map(given -> selection(given, now));
        Optional<RejectionReason> reason = form.required("reason").term(RejectionReason.values());
        return form.isSound() ? new Filled(selection.get(), reason.get()) : new Flawed(form.errors());
    }

    private static Selection selection(Form form, Instant now) {
        Optional<Network> network = criterion(form, "network")
                .read(
                        InvalidationForm::network,
                        "must be a network such as 192.0.2.0/24 or 2001:db8::/48, or a wider one");
        Optional<String> domain =
                criterion(form, "domain").read(Address::domain, "must be a domain such as example.org");
        Optional<Instant> from = moment(criterion(form, "from"));
        Instant until = moment(criterion(form, "until")).orElse(now);
        Optional<Selection.Flag> flag = flag(form.optional("flag"));
        if (form.isSound() && network.isEmpty() && domain.isEmpty() && from.isEmpty() && flag.isEmpty())
            form.error("network", "required", "must be given, or domain, from or flag: nothing selects all signatures");
        if (until.isAfter(now)) form.error("until", "invalid", "must not be in the future");
        if (from.filter(start -> !start.isBefore(until)).isPresent())
            form.error("from", "invalid", "must be before until, or before now where that is left out");
        return new Selection(network, domain, from, until, flag);
    }

    /** Null alone is as if left out: an empty one would select more than was meant. */
    private static Field criterion(Form form, String name) {
        Field field = form.optional(name);
        return field.isGiven() ? form.required(name) : field;
    }

    private static Optional<Selection.Flag> flag(Field field) {
        if (!field.holdsOneOf(COMPARING)) return field.term(Selection.Flag.values());
        field.error(
                "not-allowed",
                "must not be one that comes from comparing signatures: it also stands beside the honest one of two;"
                        + " decide on those in the queue");
        return Optional.empty();
    }

    private static Optional<Network> network(String text) {
        return IpRange.of(text).filter(IpRange::isWide).map(_ -> new Network(text));
    }

    private static Optional<Instant> moment(Field field) {
        return field.read(InvalidationForm::instant, "must be a moment in UTC such as 2026-03-01T12:00:00Z");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a form was found to be. */
    sealed interface Reading {}

    record Filled(Selection selection, RejectionReason reason) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
