package org.undersigned.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.undersigned.text.Lines;

/** How well-known providers of mailboxes deliver what differs in dots, tags or domain to one of them: mail-providers.txt. */
final class MailProviders {
    private static final String EVERY_COUNTRY = ".*";
    private static final Pattern COUNTRY = Pattern.compile("com|([a-z]{2}|(co|com)\\.[a-z]{2})");
    private static final Map<String, Provider> BY_DOMAIN = new HashMap<>();

    static {
        Lines.of(MailProviders.class, "mail-providers.txt").forEach(MailProviders::add);
    }

    private MailProviders() {}

    static boolean isFree(String domain) {
        return find(domain).isPresent() || ofUser(domain).isPresent();
    }

    /** The one form of all addresses of a mailbox; {@code local} and {@code domain} are in lower case. */
    static String canonical(String local, String domain) {
        Optional<Provider> provider = find(domain);
        if (provider.isEmpty()) return ofUser(domain).orElse(local + "@" + domain);
        Provider known = provider.get();
        String name = known.rules().contains("plus") ? before('+', local) : local;
        if (known.rules().contains("hyphen")) name = before('-', name);
        if (known.rules().contains("dots")) name = name.replace(".", "");
        if (known.rules().contains("separators") && !name.matches("[._-]+")) name = name.replaceAll("[._-]", "");
        if (known.rules().contains("dot-is-hyphen")) name = name.replace('.', '-');
        return name + "@" + known.home().orElse(domain);
    }

    /** {@code anything@user.fastmail.com} is delivered to {@code user@fastmail.com}. */
    private static Optional<String> ofUser(String domain) {
        int dot = domain.indexOf('.');
        String parent = domain.substring(dot + 1);
        return find(parent)
                .filter(provider -> provider.rules().contains("subdomain"))
                .map(_ -> canonical(domain.substring(0, dot), parent));
    }

    private static String before(char tag, String local) {
        int at = local.indexOf(tag);
        return at > 0 ? local.substring(0, at) : local;
    }

    private static Optional<Provider> find(String domain) {
        Provider exact = BY_DOMAIN.get(domain);
        if (exact != null) return Optional.of(exact);
        int dot = domain.indexOf('.');
        if (dot < 0 || !COUNTRY.matcher(domain.substring(dot + 1)).matches()) return Optional.empty();
        return Optional.ofNullable(BY_DOMAIN.get(domain.substring(0, dot) + EVERY_COUNTRY));
    }

    private static void add(String line) {
        String[] parts = line.split("\\|");
        List<String> domains = List.of(parts[2].strip().split(" +"));
        Set<String> rules = new HashSet<>(List.of(parts[1].strip().split(" +")));
        var provider = new Provider(rules, Optional.of(parts[0].strip()).filter(home -> !home.equals("-")));
        domains.forEach(domain -> BY_DOMAIN.put(domain, provider));
    }

    /** {@code home} is the domain that all of its domains are the same as, if they are. */
    private record Provider(Set<String> rules, Optional<String> home) {}
}
