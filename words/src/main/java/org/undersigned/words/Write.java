package org.undersigned.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks the words and writes them: {@code java …/Write.java FOLDER java TARGET} for the build, {@code web TARGET} by hand. */
final class Write {
    private Write() {}

    static void main(String[] arguments) throws IOException {
        var files = WordsFile.readAll(Path.of(arguments[0]));
        var problems = Check.problems(files);
        if (!problems.isEmpty()) {
            System.err.println(String.join("\n", problems));
            System.exit(1);
        }
        var target = Path.of(arguments[2]);
        if (arguments[1].equals("web")) write(target, json(files));
        else write(target.resolve("org/undersigned/wording"), sources(files));
    }

    static Map<String, String> json(List<WordsFile> files) {
        return files.stream()
                .collect(Collectors.toMap(file -> file.tag() + ".json", FrontEnd::json, (one, _) -> one, TreeMap::new));
    }

    private static Map<String, String> sources(List<WordsFile> files) {
        return JavaCode.of(files).entrySet().stream()
                .collect(Collectors.toMap(type -> type.getKey() + ".java", Map.Entry::getValue));
    }

    /** What has not changed keeps its time, so that nothing is compiled again for it; what is of no language goes. */
    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue()))
                Files.writeString(path, file.getValue());
        }
        try (var there = Files.newDirectoryStream(folder)) {
            for (var path : there) if (!files.containsKey(path.getFileName().toString())) Files.delete(path);
        }
    }
}
