package org.undersigned.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;

/** Writes a statement as static pages, one for each of its languages, with the files of {@code web/} that they need. */
public final class Publish {
    /** Written anew for each statement. */
    private static final List<String> OWN = List.of("index.html", "config.js");

    private final Options options;
    private final Path web;
    private final PublicApi api;

    private Publish(Options options, Path web) {
        this.options = options;
        this.web = web;
        api = new PublicApi(options.api(), options.statement());
    }

    /** Prints what it wrote; a problem is one line that says what to do, and exit code 2. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        try {
            System.out.println(run(List.of(arguments), Project.root().resolve("web")));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Answers what was written; throws {@link IllegalArgumentException} that says what to do when it cannot be. */
    public static String run(List<String> arguments, Path web) throws IOException, InterruptedException {
        return new Publish(Options.parse(arguments), web).run();
    }

    private String run() throws IOException, InterruptedException {
        PublishedFolder folder = opened();
        Map<String, byte[]> files = copied();
        files.put("config.js", config().getBytes(StandardCharsets.UTF_8));
        List<Letter> letters = letters();
        URI home = options.url().orElseGet(() -> home(letters.getFirst()));
        for (Letter letter : letters) {
            var page = new StaticPage(letter, words(letter), home, options.api());
            files.put(letter.language() + "/index.html", page.html("../"));
            if (letter == letters.getFirst()) files.put("index.html", page.html(""));
        }
        write(folder, files);
        return "Published " + home + " to " + options.folder() + ": "
                + String.join(", ", letters.stream().map(Letter::language).toList()) + ".";
    }

    private PublishedFolder opened() {
        try {
            return PublishedFolder.open(options.folder());
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    private void write(PublishedFolder folder, Map<String, byte[]> files) {
        try {
            folder.write(files);
        } catch (IOException e) {
            throw unusable("written", e);
        }
    }

    private IllegalArgumentException unusable(String how, IOException e) {
        return new IllegalArgumentException(
                options.folder() + " cannot be " + how + " (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "). Make it writable, or give another folder with --to.",
                e);
    }

    /** In the statement's order of languages; the names are the same in all. */
    private List<Letter> letters() throws InterruptedException {
        Map<String, Object> first = api.describe("");
        var names = new LinkedHashMap<String, List<Map<String, Object>>>();
        for (Map<String, Object> category : Letter.objects(first, "categories"))
            names.put((String) category.get("id"), api.firstNames((String) category.get("id")));
        List<Letter> letters = new ArrayList<>();
        for (Object language : (List<?>) first.get("languages"))
            letters.add(new Letter(api.describe((String) language), names));
        return letters;
    }

    private static URI home(Letter letter) {
        return letter.text("page")
                .map(Options::home)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The statement names no page. Say with --url where the folder will be served."));
    }

    private Words words(Letter letter) throws IOException {
        return Words.read(web.resolve("words"), letter.language());
    }

    private String config() {
        return "// Written by ./publish.\nexport const api = "
                + Json.text(options.api().toString()) + ";\nexport const statement = " + Json.text(options.statement())
                + ";\n";
    }

    /** The files that browsers load, without those of the moderators, who have a host of their own. */
    private Map<String, byte[]> copied() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(web), Files.list(web.resolve("words")))) {
            var copied = new LinkedHashMap<String, byte[]>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = web.relativize(file).toString().replace('\\', '/');
                if (!OWN.contains(name)) copied.put(name, Files.readAllBytes(file));
            }
            return copied;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
