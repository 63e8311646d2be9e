package org.undersigned.domain;

import java.util.Locale;
import java.util.Optional;
import org.undersigned.text.DomainName;
import org.undersigned.text.Text;

/**
 * An email address: {@code typed} is where mail goes, {@code canonical} is what counts as one address.
 * The form is RFC 5321's dot-string at a domain of two labels or more; no quoted parts, no address literals.
 */
public record Address(String typed, String canonical) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;

    /** An address has at least two more characters. */
    private static final int MAX_DOMAIN_LENGTH = MAX_LENGTH - 2;

    private static final String APOSTROPHES = "’‘´ʼ′";
    private static final String LOCAL_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~.";

    /** Empty when the text is not an address that mail can be sent to. */
    public static Optional<Address> of(String text) {
        return switch (read(text)) {
            case Reading.Read(Address address) -> Optional.of(address);
            case Reading.Refused _ -> Optional.empty();
        };
    }

    /** Reads an address as people type and paste it. */
    public static Reading read(String given) {
        String text = PastedAddress.bare(plain(given));
        int at = text.lastIndexOf('@');
        if (at < 0) return refused("it has no @");
        Optional<String> forbidden = Text.forbidden(text).map(c -> cannotStand(c, text.indexOf(c) < text.indexOf('@')));
        if (forbidden.isPresent()) return refused(forbidden.get());
        if (text.indexOf('@') < at && !text.startsWith("\"@", at - 1))
            return refused("one address belongs here, with one @");
        if (PastedAddress.isLink(text)) return refused("it is a link: give the address alone, without mailto:");
        String local = text.substring(0, at);
        String host = text.substring(at + 1);
        Optional<String> fault = localFault(local).or(() -> domainFault(host));
        if (fault.isPresent()) return refused(fault.get());
        Optional<String> domain = toDomain(host);
        if (domain.isEmpty())
            return refused(DomainName.fault(host).orElse("it has no domain behind the @ that mail can be sent to"));
        String sendable = local + "@" + domain.get();
        if (sendable.length() > MAX_LENGTH) return refused("it has more than " + MAX_LENGTH + " characters");
        return new Reading.Read(
                new Address(sendable, MailProviders.canonical(local.toLowerCase(Locale.ROOT), domain.get())));
    }

    /** A domain as {@link #domain} has it, of one that people type; empty when no mail can be sent to it. */
    public static Optional<String> domain(String typed) {
        return toDomain(plain(Text.trim(typed))).filter(domain -> domain.length() <= MAX_DOMAIN_LENGTH);
    }

    private static Optional<String> toDomain(String host) {
        return DomainName.toAscii(host).filter(Address::isDomain);
    }

    /** In lower case. */
    public String domain() {
        return typed.substring(typed.lastIndexOf('@') + 1);
    }

    /** The mailbox as far as it can be guessed, for counting mails to it: without any tag behind a +, at every domain. */
    public String mailbox() {
        int at = canonical.lastIndexOf('@');
        int plus = canonical.indexOf('+');
        return plus > 0 && plus < at ? canonical.substring(0, plus) + canonical.substring(at) : canonical;
    }

    /** Whether it is at one of the well-known providers that give a mailbox to anybody. */
    public boolean isFreeMail() {
        return MailProviders.isFree(domain());
    }

    /** Whether the address is at this domain or at a subdomain of it. */
    public boolean isUnder(String parent) {
        String trusted = DomainName.toAscii(parent).orElse(parent.toLowerCase(Locale.ROOT));
        return domain().equals(trusted) || domain().endsWith("." + trusted);
    }

    /** What keyboards for Chinese, Japanese and Korean type in full width, in plain form. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '﹫' ? '@' : c);
        }
        return plain.toString();
    }

    private static Optional<String> localFault(String local) {
        if (local.isEmpty()) return Optional.of("it has nothing before the @");
        Optional<String> fault = local.codePoints()
                .filter(c -> !isOfLocalPart(c))
                .boxed()
                .findFirst()
                .map(c -> cannotStand(c, true) + (APOSTROPHES.indexOf(c) >= 0 ? ": type the apostrophe as '" : ""));
        if (fault.isPresent()) return fault;
        if (local.startsWith(".") || local.endsWith(".") || local.contains(".."))
            return Optional.of("it has a full stop at the start or end of what is before the @, or two in a row");
        return local.length() > MAX_LOCAL_LENGTH
                ? Optional.of("it has more than " + MAX_LOCAL_LENGTH + " characters before the @")
                : Optional.empty();
    }

    /** A letter of any script may be right; which sign is wrong can be said. */
    private static Optional<String> domainFault(String domain) {
        return domain.codePoints()
                .filter(c -> c != '.' && c != '-' && !Character.isLetterOrDigit(c) && (c < 0x80 || isSign(c)))
                .boxed()
                .findFirst()
                .map(c -> cannotStand(c, false));
    }

    private static String cannotStand(int character, boolean beforeAt) {
        return Text.named(character) + " cannot stand " + (beforeAt ? "before" : "behind") + " the @";
    }

    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> false;
            default ->
                c != '。' && c != '｡' && c != '・' && c != '·' && c != '͵' && c != '׳' && c != '״' && c != '۽' && c != '۾'
                        && c != '་';
        };
    }

    private static boolean isDomain(String domain) {
        int dot = domain.lastIndexOf('.');
        String top = domain.substring(dot + 1);
        return dot > 0 && top.length() > 1 && !top.chars().allMatch(Character::isDigit);
    }

    static boolean isOfLocalPart(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || LOCAL_PUNCTUATION.indexOf(c) >= 0;
    }

    private static Reading refused(String fault) {
        return new Reading.Refused("must be an email address such as name@example.org: " + fault);
    }

    /** Does not print the address: it must not reach a log. */
    @Override
    public String toString() {
        return "Address[hidden]";
    }

    /** What a text was found to be. */
    public sealed interface Reading {
        record Read(Address address) implements Reading {}

        /** {@code message} says what is wrong, naming the character at fault, and what an address looks like. */
        record Refused(String message) implements Reading {}
    }
}
