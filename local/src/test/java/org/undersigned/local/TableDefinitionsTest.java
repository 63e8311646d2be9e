package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.shared.access.StreamInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccessJob;

class TableDefinitionsTest {
    @Test
    void theSameBytesAreParsedOnce() throws Exception {
        assertThat(TableDefinitions.keep()).isTrue();
        Object keys = parsed("KEYS_ONLY");
        assertThat(parsed("KEYS_ONLY")).isSameAs(keys);
        assertThat(parsed("NEW_IMAGE")).isNotSameAs(keys);
    }

    private static Object parsed(String view) throws Exception {
        var field = SQLiteDBAccessJob.class.getDeclaredField("MAPPER");
        field.setAccessible(true);
        String json = "{\"StreamViewType\": \"" + view + "\", \"KeySchema\": []}";
        return ((ObjectMapper) field.get(null)).readValue(json.getBytes(StandardCharsets.UTF_8), StreamInfo.class);
    }
}
