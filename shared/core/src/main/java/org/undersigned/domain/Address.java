package org.undersigned.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mail address: {@code typed} is where mail goes, {@code canonical} is what counts as one address.
 * The form is RFC 5321's dot-string at a domain of two labels or more; no quoted parts, no address literals.
 */
public record Address(String typed, String canonical) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String LOCAL_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~.";

    /** Providers that deliver {@code name+anything} to {@code name}. */
    private static final Set<String> PLUS = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "fastmail.com",
            "fastmail.fm",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "zoho.com",
            "yandex.com",
            "yandex.ru",
            "posteo.de",
            "posteo.net",
            "mailbox.org",
            "hey.com",
            "tutanota.com",
            "tuta.com");

    /** Other providers that give a mailbox to anybody. */
    private static final Set<String> FREE = Set.of(
            "aol.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "mail.com",
            "mail.ru",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com",
            "web.de",
            "yahoo.com",
            "yahoo.ca",
            "yahoo.co.uk",
            "yahoo.fr");

    /** Providers that ignore dots in the local part. */
    private static final Set<String> DOTLESS = Set.of("gmail.com", "proton.me", "protonmail.com", "pm.me");

    /** Domains of one provider where a local part is the same mailbox. */
    private static final Map<String, String> ALIASES = Map.of(
            "googlemail.com",
            "gmail.com",
            "me.com",
            "icloud.com",
            "mac.com",
            "icloud.com",
            "protonmail.com",
            "proton.me",
            "pm.me",
            "proton.me",
            "yandex.ru",
            "yandex.com");

    /** Empty when the text is not an address that mail can be sent to. */
    public static Optional<Address> of(String text) {
        String typed = text.strip();
        int at = typed.lastIndexOf('@');
        if (at < 1 || typed.length() > MAX_LENGTH) return Optional.empty();
        String local = typed.substring(0, at);
        Optional<String> domain = asciiDomain(typed.substring(at + 1)).filter(Address::isDomain);
        if (!isLocal(local) || domain.isEmpty()) return Optional.empty();
        String sendable = local + "@" + domain.get();
        if (sendable.length() > MAX_LENGTH) return Optional.empty();
        return Optional.of(new Address(sendable, canonical(local, domain.get())));
    }

    /** In lower case. */
    public String domain() {
        return typed.substring(typed.lastIndexOf('@') + 1);
    }

    /** Whether it is at one of the well-known providers that give a mailbox to anybody. */
    public boolean isFreeMail() {
        return FREE.contains(domain()) || PLUS.contains(domain()) || ALIASES.containsKey(domain());
    }

    /** Whether the address is at this domain or at a subdomain of it. */
    public boolean isUnder(String parent) {
        String trusted = parent.toLowerCase(Locale.ROOT);
        return domain().equals(trusted) || domain().endsWith("." + trusted);
    }

    private static String canonical(String local, String domain) {
        String name = local.toLowerCase(Locale.ROOT);
        String home = ALIASES.getOrDefault(domain, domain);
        int plus = name.indexOf('+');
        if (plus > 0 && PLUS.contains(home)) name = name.substring(0, plus);
        if (DOTLESS.contains(home)) name = name.replace(".", "");
        return name + "@" + home;
    }

    private static Optional<String> asciiDomain(String domain) {
        if (Folding.isAscii(domain)) return Optional.of(domain.toLowerCase(Locale.ROOT));
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean isLocal(String local) {
        if (local.length() > MAX_LOCAL_LENGTH || local.startsWith(".") || local.endsWith(".") || local.contains(".."))
            return false;
        return local.chars().allMatch(c -> isAsciiLetterOrDigit(c) || LOCAL_PUNCTUATION.indexOf(c) >= 0);
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2) return false;
        for (String label : labels) {
            if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) return false;
            if (!label.chars().allMatch(c -> isAsciiLetterOrDigit(c) || c == '-')) return false;
        }
        String top = labels[labels.length - 1];
        return top.length() > 1 && !top.chars().allMatch(Character::isDigit);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Does not print the address: it must not reach a log. */
    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
