package org.undersigned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file; CloudFormation's short forms read as long ones: {@code !Sub x} as {@code Fn::Sub: x}. */
public record Yaml(Optional<Object> value) {

    public static Yaml read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // The contract names what many routes share once, and has more routes than the default lets refer to it.
        options.setMaxAliasesForCollections(1_000);
        var yaml = new org.yaml.snakeyaml.Yaml(new Intrinsics(options));
        return new Yaml(Optional.of(yaml.load(Files.readString(file))));
    }

    public Yaml at(String... path) {
        Optional<Object> found = value;
        for (String key : path)
            found = found.flatMap(parent -> Optional.ofNullable(parent instanceof Map<?, ?> map ? map.get(key) : null));
        return new Yaml(found);
    }

    boolean isPresent() {
        return value.isPresent();
    }

    /** The scalar as text; empty when there is none. */
    public String text() {
        return value.map(Object::toString).orElse("");
    }

    /** The number; -1 when there is none, as where a parameter gives it. */
    int number() {
        return value.filter(Integer.class::isInstance).map(Integer.class::cast).orElse(-1);
    }

    /** The items of a list; a single value is a list of one, none is an empty one. */
    public List<Yaml> items() {
        return value.stream()
                .flatMap(v -> v instanceof List<?> list ? list.stream() : Stream.of(v))
                .map(item -> new Yaml(Optional.of(item)))
                .toList();
    }

    public Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (value.orElse(Map.of()) instanceof Map<?, ?> map)
            map.forEach((key, entry) -> entries.put(key.toString(), new Yaml(Optional.ofNullable(entry))));
        return entries;
    }

    /** All places of that name, at any depth. */
    public List<Yaml> everywhere(String key) {
        List<Yaml> found = new ArrayList<>();
        entries().forEach((name, entry) -> {
            if (name.equals(key)) found.add(entry);
            found.addAll(entry.everywhere(key));
        });
        if (value.orElse("") instanceof List<?>) items().forEach(item -> found.addAll(item.everywhere(key)));
        return found;
    }

    /** This with what the other has more; where both are maps, their entries likewise. */
    Yaml or(Yaml other) {
        if (!(value.orElse("") instanceof Map<?, ?>) || !other.isPresent()) return isPresent() ? this : other;
        Map<String, Object> merged = new LinkedHashMap<>();
        other.entries().forEach((key, entry) -> entry.value().ifPresent(v -> merged.put(key, v)));
        entries().forEach((key, entry) -> entry.or(other.at(key)).value().ifPresent(v -> merged.put(key, v)));
        return new Yaml(Optional.of(merged));
    }

    private static final class Intrinsics extends SafeConstructor {
        Intrinsics(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(name.equals("Ref") ? name : "Fn::" + name, content(node));
                }
            });
        }

        private Object content(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("not a node of a template: " + node);
            };
        }
    }
}
