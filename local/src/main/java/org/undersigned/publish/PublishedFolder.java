package org.undersigned.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that is published, and which of its files are ours: a list in it says so, and no other file is touched. */
record PublishedFolder(Path folder, Set<String> ours) {
    private static final String LIST = ".undersigned-files";

    /** A file of the folder, or of a folder in it. */
    private static final Pattern PLAIN = Pattern.compile("(\\w[\\w-]*/)?\\w[\\w.-]*");

    /** Throws {@link IllegalArgumentException} when it has files, and none is ours. */
    static PublishedFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw new IllegalArgumentException(folder + " is not a folder. Give another one with --to.");
        Path list = folder.resolve(LIST);
        if (Files.exists(list)) return new PublishedFolder(folder, listed(list));
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.findAny()
                        .ifPresent(file -> refuse(folder, file.getFileName().toString()));
            }
        }
        return new PublishedFolder(folder, Set.of());
    }

    private static Set<String> listed(Path list) throws IOException {
        List<String> names = Files.readAllLines(list);
        for (String name : names)
            if (!PLAIN.matcher(name).matches())
                throw new IllegalArgumentException(
                        list + " is damaged at \"" + name + "\". Give an empty folder with --to.");
        return Set.copyOf(names);
    }

    private static void refuse(Path folder, String file) {
        throw new IllegalArgumentException(folder + " holds " + file
                + ", which ./publish did not write. Move it away, or give another folder with --to.");
    }

    /** A link would lead what is written, or deleted, to another place. */
    private void refuseLinks(String name) {
        Path file = folder.resolve(name);
        for (Path path : List.of(file.getParent(), file, part(file)))
            if (!path.equals(folder) && Files.isSymbolicLink(path))
                throw new IllegalArgumentException(path
                        + " is a symbolic link, which ./publish does not follow. Remove it, or give another"
                        + " folder with --to.");
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** Each file whole or not at all, pages last; then goes what is ours and no longer written. */
    void write(Map<String, byte[]> files) throws IOException {
        for (String name : Stream.of(files.keySet(), ours, Set.of(LIST))
                .flatMap(Set::stream)
                .toList()) refuseLinks(name);
        for (String name : files.keySet())
            if (!ours.contains(name) && Files.exists(folder.resolve(name))) refuse(folder, name);
        Files.createDirectories(folder);
        // Whatever happens from here on, the next run knows its own.
        var all = new TreeSet<>(ours);
        all.addAll(files.keySet());
        list(all);
        for (boolean pages : List.of(false, true))
            for (var file : files.entrySet())
                if (file.getKey().endsWith("index.html") == pages) put(file.getKey(), file.getValue());
        all.removeAll(files.keySet());
        for (String stale : all) delete(stale);
        list(files.keySet());
    }

    private void list(Collection<String> names) throws IOException {
        put(LIST, String.join("\n", new TreeSet<>(names)).getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) return;
        Files.createDirectories(file.getParent());
        Path whole = part(file);
        Files.write(whole, content);
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void delete(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        if (file.getParent().equals(folder)) return;
        try (Stream<Path> left = Files.list(file.getParent())) {
            if (left.findAny().isPresent()) return;
        }
        Files.delete(file.getParent());
    }
}
