package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.shared.access.sqlite.TableSchemaInfo;

class KnownDefinitionsTest {
    @Test
    void aDefinitionIsReadOnceAndAnotherIsAnother() throws IOException {
        KnownDefinitions.keep();

        TableSchemaInfo signatures = read("signer");

        assertThat(read("signer")).isSameAs(signatures);
        assertThat(read("statement").getAttributes().getFirst().attributeName()).isEqualTo("statement");
        assertThat(signatures.getAttributes().getFirst().attributeName()).isEqualTo("signer");
    }

    private static TableSchemaInfo read(String attribute) throws IOException {
        String json = "{\"Attributes\":[{\"AttributeName\":\"" + attribute + "\",\"AttributeType\":\"S\"}]}";
        return KnownDefinitions.mapper().readValue(json.getBytes(StandardCharsets.UTF_8), TableSchemaInfo.class);
    }
}
