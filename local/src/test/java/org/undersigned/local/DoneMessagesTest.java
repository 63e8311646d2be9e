package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneMessagesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasDoneIsKnownToTheNextRun() throws IOException {
        DoneMessages first = open();
        first.add("{\"a\":1,\"b\":2}");
        assertThat(first.wasDone("{\"a\":1,\"b\":2}"))
                .as("in this run it may be due again")
                .isFalse();
        DoneMessages second = open();
        assertThat(second.wasDone("{\"b\":2, \"a\":1}")).isTrue();
        assertThat(second.wasDone("{\"a\":2,\"b\":2}")).isFalse();
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        DoneMessages first = open();
        for (int i = 0; i < 20_005; i++) first.add("m" + i);
        DoneMessages second = open();
        assertThat(second.wasDone("m4")).isFalse();
        assertThat(second.wasDone("m5")).isTrue();
        assertThat(Files.readAllLines(folder.resolve("done"))).hasSize(20_000);
    }

    @Test
    void aDamagedLineHidesNoOther() throws IOException {
        open().add("one");
        Files.write(folder.resolve("done"), new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        open().add("two");
        DoneMessages third = open();
        assertThat(third.wasDone("one")).isTrue();
        assertThat(third.wasDone("two")).isTrue();
    }

    @Test
    void aRunThatKeepsNothingKnowsNothing() {
        DoneMessages none = DoneMessages.none();
        none.add("m");
        assertThat(none.wasDone("m")).isFalse();
    }

    private DoneMessages open() throws IOException {
        return DoneMessages.open(Optional.of(folder.resolve("done")));
    }
}
