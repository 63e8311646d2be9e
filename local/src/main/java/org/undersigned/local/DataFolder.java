package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that a local run keeps everything in; no second run may use it at the same time. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Throws {@link IllegalArgumentException} that says what to do when the folder cannot be used. */
    static DataFolder open(Path path) {
        try {
            Path folder = Files.createDirectories(path).toRealPath();
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(lock)) {
                lock.close();
                throw new IllegalArgumentException(
                        path + " is in use by another run. Stop that one, or give --data another folder.");
            }
            return new DataFolder(folder, lock);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(path + " is a file. Give --data a folder.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be written to. Give --data a folder of your own.", e);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** A folder in it, made if it is not there. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel ends the lock with the process, however that ends. */
    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
