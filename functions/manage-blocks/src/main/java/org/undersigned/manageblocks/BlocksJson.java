package org.undersigned.manageblocks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.BlockedCounts;
import org.undersigned.domain.Blocks;

/** The block lists as moderators see them: of an address its key alone. */
final class BlocksJson {
    private BlocksJson() {}

    static Map<String, Object> of(Blocks blocks, BlockedCounts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (BlockList list : BlockList.values()) json.put(list.label(), List.copyOf(blocks.of(list)));
        json.put("blocked", counts(counts));
        return json;
    }

    private static Map<String, Object> counts(BlockedCounts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (BlockList list : List.of(BlockList.ADDRESSES, BlockList.DOMAINS, BlockList.NETWORKS))
            json.put(list.label(), counts.of(list));
        json.put("lastAt", counts.lastAt().map(Instant::toString).orElse(null));
        return json;
    }
}
