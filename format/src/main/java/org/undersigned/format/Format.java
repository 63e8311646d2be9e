package org.undersigned.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks or rewrites the format of every Java file of the project. */
public final class Format {
    private Format() {}

    /** Takes {@code check} or {@code fix}, and the project's folder; exits with 1 when a file fails the check. */
    public static void main(String[] args) throws IOException, FormatterException {
        boolean fix = args[0].equals("fix");
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> wrong = new ArrayList<>();
        for (Path file : javaFiles(Path.of(args[1]).toRealPath())) {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            if (source.equals(formatted)) continue;
            wrong.add(file);
            if (fix) Files.writeString(file, formatted);
        }
        wrong.forEach(file -> System.err.println((fix ? "formatted " : "badly formatted: ") + file));
        if (wrong.isEmpty() || fix) return;
        System.err.println("Mend it with: mvn -q -pl format -am process-classes -Dformat=fix");
        System.exit(1);
    }

    private static List<Path> javaFiles(Path project) throws IOException {
        try (var files = Files.walk(project)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isGenerated(project.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isGenerated(Path file) {
        for (Path folder : file) if (folder.toString().equals("target")) return true;
        return false;
    }
}
