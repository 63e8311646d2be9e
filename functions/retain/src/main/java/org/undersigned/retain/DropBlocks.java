package org.undersigned.retain;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.Blocks;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.BlockTable;

/** Drops the block lists of a statement whose retention is over: by then nothing is left that they could hold back. */
final class DropBlocks {
    private final BlockTable table;
    private final Audit audit;
    private final Clock clock;

    DropBlocks(Env env) {
        table = new BlockTable(env);
        audit = new Audit(env);
        clock = env.clock();
    }

    /** What somebody changes at the same time stays until the next run. */
    void drop(Statement statement, String requestId) {
        Instant now = clock.instant();
        if (!statement.isRetentionOverAt(now)) return;
        Blocks seen = table.read(statement.id());
        if (!seen.equals(Blocks.NONE)) table.drop(statement.id(), seen, entry(seen, now, requestId), audit);
    }

    private static AuditEntry entry(Blocks seen, Instant now, String requestId) {
        int entries = Arrays.stream(BlockList.values())
                .mapToInt(list -> seen.of(list).size())
                .sum();
        return Retained.entry(now, requestId, 2, Map.of("blocks", entries));
    }
}
