package org.undersigned.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The entries of a statement's lists: keyed hashes of addresses, domains in ASCII, networks as {@link IpRange#text()}. */
public record Blocks(Map<BlockList, SortedSet<String>> entries, int revision) {
    public static final Blocks NONE = new Blocks(Map.of(), 0);

    public SortedSet<String> of(BlockList list) {
        return entries.getOrDefault(list, Collections.emptySortedSet());
    }

    /** What the lists are once these are gone and those have come. */
    public Blocks changed(Map<BlockList, Set<String>> added, Map<BlockList, Set<String>> removed) {
        Map<BlockList, SortedSet<String>> changed = new EnumMap<>(BlockList.class);
        for (BlockList list : BlockList.values()) {
            SortedSet<String> values = new TreeSet<>(of(list));
            values.removeAll(removed.getOrDefault(list, Set.of()));
            values.addAll(added.getOrDefault(list, Set.of()));
            changed.put(list, values);
        }
        return new Blocks(changed, revision + 1);
    }

    /** These lists in place of what there was. */
    public Blocks replaced(Map<BlockList, Set<String>> lists) {
        return new Blocks(Map.of(), revision).changed(lists, Map.of());
    }

    /** For asking about many requests. */
    public Rules rules() {
        return new Rules(
                new HashSet<>(of(BlockList.ADDRESSES)),
                new HashSet<>(of(BlockList.DOMAINS)),
                ranges(BlockList.NETWORKS),
                ranges(BlockList.ALLOWED_NETWORKS));
    }

    private List<IpRange> ranges(BlockList list) {
        return of(list).stream().map(text -> IpRange.of(text).orElseThrow()).toList();
    }

    /** The lists made ready. */
    public record Rules(Set<String> addresses, Set<String> domains, List<IpRange> networks, List<IpRange> allowed) {

        /** The list by which a request is blocked; {@code key} is {@link KeyedHash#blocked} of its address. */
        public Optional<BlockList> match(String key, Address address, Optional<IpAddress> from) {
            if (addresses.contains(key)) return Optional.of(BlockList.ADDRESSES);
            if (holdsDomain(address.domain())) return Optional.of(BlockList.DOMAINS);
            return from.filter(ip -> isIn(networks, ip)).map(_ -> BlockList.NETWORKS);
        }

        /** Whether its requests are not limited in number. */
        public boolean allows(Optional<IpAddress> from) {
            return from.filter(ip -> isIn(allowed, ip)).isPresent();
        }

        /** The domain itself or one that it is a subdomain of. */
        private boolean holdsDomain(String domain) {
            for (int from = 0; from >= 0; ) {
                if (domains.contains(domain.substring(from))) return true;
                int dot = domain.indexOf('.', from);
                from = dot < 0 ? -1 : dot + 1;
            }
            return false;
        }

        private static boolean isIn(List<IpRange> ranges, IpAddress ip) {
            return ranges.stream().anyMatch(range -> range.contains(ip));
        }

        /** Does not print whom it blocks: it must not reach a log. */
        @Override
        public String toString() {
            return "Rules[hidden]";
        }
    }

    /** Does not print whom it blocks: it must not reach a log. */
    @Override
    public String toString() {
        return "Blocks[" + revision + "]";
    }
}
