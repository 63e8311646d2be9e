package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderThatIsNotThereIsMade() {
        Path path = temporary.resolve("kept/here");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(path).isDirectory();
            assertThat(folder.folder("inbox")).isDirectory();
        }
    }

    @Test
    void aFileCannotBeTheFolder() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFolder.open(file))
                .withMessage(file + " is a file. Give --data a folder.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFolder.open(file.resolve("below")))
                .withMessageContaining("Give --data a folder");
    }

    @Test
    void oneRunAtATimeUsesAFolder() {
        try (DataFolder first = DataFolder.open(temporary)) {
            assertThat(first.file("lock")).exists();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DataFolder.open(temporary))
                    .withMessage(
                            temporary + " is in use by another run. Stop that one, or give --data another folder.");
        }
        DataFolder.open(temporary).close();
    }
}
