package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What {@code template.yaml} says of routes, event sources, tables and queues; references stand as the names they name. */
public final class Template {
    private final Map<String, Object> resources;

    private Template(Map<String, Object> resources) {
        this.resources = resources;
    }

    public static Template read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            Map<String, Object> template = new Yaml(new Tags()).load(text);
            return new Template(map(template.get("Resources")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Route> routes() {
        return events("Api")
                .map(event -> new Route(
                        event.function(),
                        text(event.properties().get("Method")).toUpperCase(Locale.ROOT),
                        text(event.properties().get("Path")),
                        authorizer(event.properties().get("Auth"))))
                .toList();
    }

    /** The function that decides whether a route answers: the API's own unless the route has none. */
    private Optional<String> authorizer(Object auth) {
        Map<String, Object> defaults =
                ofType("AWS::Serverless::Api").map(this::properties).findFirst().orElse(Map.of());
        if (!(defaults.get("Auth") instanceof Map<?, ?> all)) return Optional.empty();
        Object name = auth == null ? all.get("DefaultAuthorizer") : map(auth).get("Authorizer");
        return Optional.ofNullable(map(all.get("Authorizers")).get(text(name)))
                .map(authorizer -> resource(map(authorizer).get("FunctionArn")));
    }

    public List<StreamSource> streamSources() {
        return events("DynamoDB")
                .map(event -> new StreamSource(
                        event.function(),
                        resource(event.properties().get("Stream")),
                        number(event.properties(), "BatchSize", 100),
                        patterns(event.properties().get("FilterCriteria")),
                        number(event.properties(), "MaximumRetryAttempts", Integer.MAX_VALUE)))
                .toList();
    }

    public List<QueueSource> queueSources() {
        return events("SQS")
                .map(event -> new QueueSource(
                        event.function(),
                        resource(event.properties().get("Queue")),
                        number(event.properties(), "BatchSize", 10)))
                .toList();
    }

    public List<Table> tables() {
        return ofType("AWS::DynamoDB::Table")
                .map(name -> {
                    Map<String, Object> table = properties(name);
                    return new Table(
                            name,
                            keys(table),
                            list(table.get("GlobalSecondaryIndexes")).stream()
                                    .map(Template::index)
                                    .toList(),
                            Optional.ofNullable(table.get("StreamSpecification"))
                                    .map(stream -> text(map(stream).get("StreamViewType"))));
                })
                .toList();
    }

    public List<Queue> queues() {
        return ofType("AWS::SQS::Queue")
                .map(name -> {
                    Map<String, Object> queue = properties(name);
                    return new Queue(
                            name,
                            number(queue, "VisibilityTimeout", 30),
                            Optional.ofNullable(queue.get("RedrivePolicy")).map(Template::redrive));
                })
                .toList();
    }

    private Stream<Event> events(String type) {
        return ofType("AWS::Serverless::Function")
                .flatMap(function -> map(properties(function).getOrDefault("Events", Map.of())).values().stream()
                        .map(Template::map)
                        .filter(event -> type.equals(event.get("Type")))
                        .map(event -> new Event(function, map(event.get("Properties")))));
    }

    private Stream<String> ofType(String type) {
        return resources.entrySet().stream()
                .filter(resource -> type.equals(map(resource.getValue()).get("Type")))
                .map(Map.Entry::getKey);
    }

    private Map<String, Object> properties(String resource) {
        return map(map(resources.get(resource)).getOrDefault("Properties", Map.of()));
    }

    private static Index index(Object json) {
        Map<String, Object> index = map(json);
        Map<String, Object> projection = map(index.get("Projection"));
        return new Index(
                text(index.get("IndexName")),
                keys(index),
                text(projection.get("ProjectionType")),
                list(projection.get("NonKeyAttributes")).stream()
                        .map(Template::text)
                        .toList());
    }

    private static List<String> keys(Map<String, Object> of) {
        return list(of.get("KeySchema")).stream()
                .map(key -> text(map(key).get("AttributeName")))
                .toList();
    }

    private static Redrive redrive(Object json) {
        Map<String, Object> policy = map(json);
        return new Redrive(resource(policy.get("deadLetterTargetArn")), number(policy, "maxReceiveCount", 10));
    }

    private static List<String> patterns(Object criteria) {
        if (criteria == null) return List.of();
        return list(map(criteria).get("Filters")).stream()
                .map(filter -> text(map(filter).get("Pattern")))
                .toList();
    }

    /** {@code Signatures.StreamArn} is of the resource {@code Signatures}, and so is <code>${Signatures.StreamArn}</code>. */
    private static String resource(Object reference) {
        return text(reference).replace("${", "").split("\\.", 2)[0];
    }

    private static int number(Map<String, Object> fields, String name, int otherwise) {
        return fields.get(name) instanceof Integer number ? number : otherwise;
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private record Event(String function, Map<String, Object> properties) {}

    public record Route(String function, String method, String path, Optional<String> authorizer) {}

    /** {@code patterns} are alternatives, as Lambda's event filters write them; none lets everything through. */
    public record StreamSource(String function, String table, int batchSize, List<String> patterns, int retries) {}

    public record QueueSource(String function, String queue, int batchSize) {}

    /** {@code keys} are the partition key and, where there is one, the sort key; all are strings. */
    public record Table(String name, List<String> keys, List<Index> indexes, Optional<String> stream) {}

    public record Index(String name, List<String> keys, String projection, List<String> attributes) {}

    /** {@code visibilityTimeout} is in seconds. */
    public record Queue(String name, int visibilityTimeout, Optional<Redrive> redrive) {}

    public record Redrive(String queue, int maxReceiveCount) {}

    /** CloudFormation's short tags, such as {@code !Ref}, are read as what stands behind them. */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(options());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> new ArrayList<>(constructSequence(sequence));
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalArgumentException("unknown YAML node");
                    };
                }
            });
        }

        /** The template says once what many functions share, more often than the default lets refer to it. */
        private static LoaderOptions options() {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(1_000);
            return options;
        }
    }
}
