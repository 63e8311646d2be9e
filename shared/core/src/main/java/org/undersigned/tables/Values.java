package org.undersigned.tables;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as DynamoDB takes them. */
final class Values {
    private Values() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
