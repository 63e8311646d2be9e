package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean nothingInMemory = new AtomicBoolean(true);

    @Test
    void whatWasReachedIsKnownAfterwards() throws Exception {
        Checkpoint checkpoint = open();
        checkpoint.reached("open", record("17"));
        checkpoint.reached("closed", record("16"));
        checkpoint.finished("closed");
        checkpoint.save();

        Checkpoint again = open();

        assertThat(again.after("open")).contains(record("17"));
        assertThat(again.isFinished("open")).isFalse();
        assertThat(again.isFinished("closed")).isTrue();
        assertThat(again.after("other")).isEmpty();
    }

    @Test
    void nothingIsKeptWhileWhatCameOfTheRecordsLiesInMemoryAlone() throws Exception {
        Checkpoint checkpoint = open();
        checkpoint.reached("shard", record("1"));
        checkpoint.save();
        nothingInMemory.set(false);
        checkpoint.reached("shard", record("2"));
        checkpoint.save();
        assertThat(open().after("shard")).contains(record("1"));

        nothingInMemory.set(true);
        checkpoint.save();
        assertThat(open().after("shard")).contains(record("2"));
    }

    @Test
    void withoutAFolderNothingIsKept() throws Exception {
        Checkpoint checkpoint = Checkpoint.open(Optional.empty(), nothingInMemory::get);
        checkpoint.reached("shard", record("1"));
        checkpoint.save();
        assertThat(checkpoint.after("shard")).contains(record("1"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"shard", "\u0000\u0000", "[]", "no JSON"})
    void aDamagedFileIsAsIfThereWereNone(String content) throws Exception {
        Files.writeString(folder.resolve("reached.json"), content);
        Checkpoint checkpoint = open();
        assertThat(checkpoint.after("shard")).isEmpty();
        checkpoint.reached("shard", record("1"));
        nothingInMemory.set(true);
        checkpoint.save();
        assertThat(open().after("shard")).contains(record("1"));
    }

    private static Checkpoint.Position record(String number) {
        return new Checkpoint.Position(number, "event-" + number);
    }

    private Checkpoint open() throws IOException {
        return Checkpoint.open(Optional.of(folder.resolve("reached.json")), nothingInMemory::get);
    }
}
