package org.undersigned.local;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccessJob;

/**
 * What DynamoDB Local has read of its tables' definitions. It keeps them as JSON in SQLite and parses that anew, two or three
 * times for each item that is written: half of the time of its one thread. Here the same bytes are parsed once, as tables are
 * never altered here.
 */
final class TableDefinitions {
    /** Simple names: one of the classes is not public. */
    private static final Set<String> PARSED_ONCE = Set.of("TableSchemaInfo", "StreamInfo");

    /** Once, and done before any database is opened: the mapper serves them all. */
    private static final boolean KEPT = register();

    private TableDefinitions() {}

    /** For this process. Whether it works: a library that is made otherwise parses as before. */
    static boolean keep() {
        return KEPT;
    }

    private static boolean register() {
        try {
            var field = SQLiteDBAccessJob.class.getDeclaredField("MAPPER");
            field.setAccessible(true);
            ((ObjectMapper) field.get(null))
                    .enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                    .registerModule(
                            new SimpleModule("kept definitions").setDeserializerModifier(new KeepingModifier()));
            return true;
        } catch (ReflectiveOperationException e) {
            System.err.println("DynamoDB Local parses its tables' definitions for each item: " + e);
            return false;
        }
    }

    private static final class KeepingModifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return PARSED_ONCE.contains(bean.getBeanClass().getSimpleName()) ? new Keeping(deserializer) : deserializer;
        }
    }

    private static final class Keeping extends DelegatingDeserializer {
        private static final long serialVersionUID = 1;

        private final transient Map<ByteBuffer, Object> parsed = new ConcurrentHashMap<>();

        Keeping(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Keeping(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!(parser.currentLocation().contentReference().getRawContent() instanceof byte[] bytes))
                return super.deserialize(parser, context);
            var key = ByteBuffer.wrap(bytes);
            Object found = parsed.get(key);
            if (found == null) parsed.put(key, found = super.deserialize(parser, context));
            return found;
        }
    }
}
