package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean nothingInMemory = new AtomicBoolean(true);

    @Test
    void whatWasReachedIsKnownAfterwards() throws Exception {
        Checkpoint checkpoint = open();
        checkpoint.reached("open", "17");
        checkpoint.reached("closed", "16");
        checkpoint.finished("closed");
        checkpoint.save();

        Checkpoint again = open();

        assertThat(again.after("open")).contains("17");
        assertThat(again.isFinished("open")).isFalse();
        assertThat(again.isFinished("closed")).isTrue();
        assertThat(again.after("other")).isEmpty();
    }

    @Test
    void nothingIsKeptWhileWhatCameOfTheRecordsLiesInMemoryAlone() throws Exception {
        Checkpoint checkpoint = open();
        checkpoint.reached("shard", "1");
        checkpoint.save();
        nothingInMemory.set(false);
        checkpoint.reached("shard", "2");
        checkpoint.save();
        assertThat(open().after("shard")).contains("1");

        nothingInMemory.set(true);
        checkpoint.save();
        assertThat(open().after("shard")).contains("2");
    }

    @Test
    void withoutAFolderNothingIsKept() throws Exception {
        Checkpoint checkpoint = Checkpoint.open(Optional.empty(), nothingInMemory::get);
        checkpoint.reached("shard", "1");
        checkpoint.save();
        assertThat(checkpoint.after("shard")).contains("1");
        assertThat(folder).isEmptyDirectory();
    }

    private Checkpoint open() throws IOException {
        return Checkpoint.open(Optional.of(folder.resolve("reached.json")), nothingInMemory::get);
    }
}
