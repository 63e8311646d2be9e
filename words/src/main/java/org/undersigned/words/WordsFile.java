package org.undersigned.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A language's file: its messages by key, in the file's order, and what is wrong with those that cannot be read. */
record WordsFile(String tag, Map<String, String> about, Map<String, Message> messages, List<String> problems) {
    private static final List<String> ABOUT = List.of("language", "direction", "reviewed-by-native-speaker");

    /** All files of a folder, in the order of their tags. */
    static List<WordsFile> readAll(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.properties")) {
            var all = new ArrayList<WordsFile>();
            for (var file : files) all.add(read(file));
            all.sort((one, other) -> one.tag().compareTo(other.tag()));
            return all;
        }
    }

    static WordsFile read(Path file) throws IOException {
        var tag = file.getFileName().toString().replace(".properties", "");
        var read = new WordsFile(tag, new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        try (var reader = Files.newBufferedReader(file)) {
            read.new Lines().load(reader);
        } catch (IllegalArgumentException e) {
            read.problems().add(e.getMessage());
        }
        return read;
    }

    boolean rightToLeft() {
        return "rtl".equals(about.get("direction"));
    }

    boolean reviewed() {
        return "yes".equals(about.get("reviewed-by-native-speaker"));
    }

    private void add(String key, String value) {
        if (ABOUT.contains(key)) {
            about.put(key, value);
        } else if (messages.containsKey(key)) {
            problems.add(key + ": is there twice");
        } else {
            parse(key, value);
        }
    }

    private void parse(String key, String value) {
        try {
            messages.put(key, MessageParser.parse(value));
        } catch (IllegalArgumentException e) {
            messages.put(key, new Message(List.of()));
            problems.add(key + ": " + e.getMessage());
        }
    }

    /** Java's own reader of such files, which asks this for every line. */
    private final class Lines extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            add(key.toString(), value.toString());
            return null;
        }
    }
}
