package org.undersigned.manageblocks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.Address;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.IpRange;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.Text;

/** Reads what is to be put on a statement's block lists and taken off; {@code key} makes the key of an address. */
record BlocksForm(Function<Address, String> key) {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final Set<String> LISTS =
            Stream.of(BlockList.values()).map(BlockList::label).collect(Collectors.toUnmodifiableSet());

    /** As the lists are answered: 128 bits in base 32. */
    private static final Pattern KEY = Pattern.compile("[a-z2-7]{26}");

    Read read(Map<String, Object> json) {
        Form form = Form.of(json, Set.of(ADD, REMOVE));
        if (!form.has(ADD) && !form.has(REMOVE)) form.error(ADD, "required", "must be given, or remove in its place");
        Map<BlockList, Set<String>> added = lists(form.optional(ADD));
        return new Read(added, lists(form.optional(REMOVE)), form.errors());
    }

    /** All lists in place of those that are there; one that is left out is empty. */
    Read readAll(Map<String, Object> json) {
        Form form = Form.of(json, LISTS);
        return new Read(lists(form), Map.of(), form.errors());
    }

    private Map<BlockList, Set<String>> lists(Field field) {
        return field.object(LISTS).map(this::lists).orElse(Map.of());
    }

    private Map<BlockList, Set<String>> lists(Form form) {
        Map<BlockList, Set<String>> lists = new EnumMap<>(BlockList.class);
        for (BlockList list : BlockList.values()) lists.put(list, entries(list, form.optional(list.label())));
        return lists;
    }

    private Set<String> entries(BlockList list, Field field) {
        Set<String> entries = new TreeSet<>();
        for (Field item : field.list(BlockList.MAX, "entries"))
            entry(list, item).ifPresent(entries::add);
        return entries;
    }

    private Optional<String> entry(BlockList list, Field item) {
        return switch (list) {
            case ADDRESSES -> address(item);
            case DOMAINS -> item.read(Address::domain, "must be a domain of email addresses, such as spam.example");
            case NETWORKS, ALLOWED_NETWORKS -> network(item);
        };
    }

    private Optional<String> address(Field item) {
        Optional<String> text = item.text().map(Text::clean);
        if (text.filter(KEY.asMatchPredicate()).isPresent()) return text;
        return text.flatMap(_ -> item.address()).map(key);
    }

    private static Optional<String> network(Field item) {
        Optional<IpRange> range = item.read(
                IpRange::of, "must be a network such as 192.0.2.0/24 or 2001:db8::/48, or a single address of one");
        if (range.filter(IpRange::isVast).isPresent())
            item.error("too-wide", "must not be wider than a /8 of IPv4 or a /16 of IPv6 addresses");
        return range.map(IpRange::text);
    }

    record Read(Map<BlockList, Set<String>> added, Map<BlockList, Set<String>> removed, List<FieldError> errors) {}
}
