package org.undersigned.local;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccessJob;
import software.amazon.dynamodb.services.local.shared.access.sqlite.TableSchemaInfo;

/**
 * The definitions of tables and streams that DynamoDB Local has read. Its one thread reads their JSON anew up to four times
 * for each item that is written, which takes longer than writing it; here the same JSON is read once. Nobody alters what
 * was read: tables are created here and stay as they are.
 */
final class KnownDefinitions {
    private static final Set<Class<?>> KEPT = Set.of(TableSchemaInfo.class, StreamDescription.class);

    static {
        ObjectMapper mapper = mapper();
        mapper.getFactory().configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), true);
        mapper.registerModule(new SimpleModule().setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
                return KEPT.contains(bean.getBeanClass()) ? new Known(deserializer) : deserializer;
            }
        }));
    }

    private KnownDefinitions() {}

    /** From now on. */
    static void keep() {
        // The class has done it.
    }

    /** Nothing public leads to it. */
    static ObjectMapper mapper() {
        try {
            var field = SQLiteDBAccessJob.class.getDeclaredField("MAPPER");
            field.setAccessible(true);
            return (ObjectMapper) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local reads its tables' definitions in another way now", e);
        }
    }

    private static final class Known extends DelegatingDeserializer {
        private static final long serialVersionUID = 1;

        private final transient Map<ByteBuffer, Object> known = new ConcurrentHashMap<>();

        Known(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Known(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!(json.currentLocation().contentReference().getRawContent() instanceof byte[] source))
                return super.deserialize(json, context);
            Object definition = known.get(ByteBuffer.wrap(source));
            if (definition == null) {
                definition = super.deserialize(json, context);
                known.put(ByteBuffer.wrap(source), definition);
            }
            return definition;
        }
    }
}
