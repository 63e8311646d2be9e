package org.undersigned.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.undersigned.domain.Details;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** Builds the schema of a table over a record; one accessor for all attributes keeps lambdas, and so cold starts, few. */
final class Schema {
    private Schema() {}

    /**
     * An item of its own attributes and those of its details; {@code value} gives an attribute's value or null when the
     * item has none; {@code read} takes those that it has.
     */
    static <T> TableSchema<T> of(
            Class<T> type,
            List<Attribute<?>> attributes,
            Function<T, Details> details,
            BiFunction<T, String, Object> value,
            Function<Item, T> read) {
        StaticImmutableTableSchema.Builder<T, Map<String, Object>> schema = StaticImmutableTableSchema.builder(
                        EnhancedType.of(type), EnhancedType.mapOf(String.class, Object.class))
                .newItemBuilder(HashMap::new, values -> read.apply(new Item(values)));
        for (Attribute<?> attribute : attributes) add(schema, attribute, value);
        for (Attribute<?> attribute : DetailsSchema.ATTRIBUTES)
            add(schema, attribute, (item, name) -> DetailsSchema.value(details.apply(item), name));
        return schema.build();
    }

    private static <T, V> void add(
            StaticImmutableTableSchema.Builder<T, Map<String, Object>> schema,
            Attribute<V> attribute,
            BiFunction<T, String, Object> value) {
        schema.addAttribute(
                attribute.type(),
                a -> a.name(attribute.name())
                        .getter(item -> attribute.type().cast(value.apply(item, attribute.name())))
                        .setter((values, v) -> values.put(attribute.name(), v))
                        .tags(attribute.tags()));
    }

    record Attribute<V>(String name, Class<V> type, List<StaticAttributeTag> tags) {
        static Attribute<String> text(String name, StaticAttributeTag... tags) {
            return new Attribute<>(name, String.class, List.of(tags));
        }

        static Attribute<Long> number(String name) {
            return new Attribute<>(name, Long.class, List.of());
        }

        static Attribute<Boolean> truth(String name) {
            return new Attribute<>(name, Boolean.class, List.of());
        }
    }
}
