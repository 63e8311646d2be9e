package org.undersigned.local;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Writes records of a DynamoDB stream as the events that Lambda makes of them. */
final class StreamEvents {
    private StreamEvents() {}

    static Map<String, Object> event(Record record, String streamArn) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventID", record.eventID());
        event.put("eventName", record.eventNameAsString());
        event.put("eventVersion", "1.1");
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", Endpoints.REGION);
        event.put("dynamodb", change(record.dynamodb()));
        event.put("eventSourceARN", streamArn);
        return event;
    }

    static String sequenceNumber(Map<String, Object> event) {
        return (String) ((Map<?, ?>) event.get("dynamodb")).get("SequenceNumber");
    }

    private static Map<String, Object> change(StreamRecord record) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(
                "ApproximateCreationDateTime",
                record.approximateCreationDateTime().getEpochSecond());
        change.put("Keys", image(record.keys()));
        if (record.hasNewImage()) change.put("NewImage", image(record.newImage()));
        if (record.hasOldImage()) change.put("OldImage", image(record.oldImage()));
        change.put("SequenceNumber", record.sequenceNumber());
        change.put("SizeBytes", record.sizeBytes());
        change.put("StreamViewType", record.streamViewTypeAsString());
        return change;
    }

    private static Map<String, Object> image(Map<String, AttributeValue> item) {
        Map<String, Object> image = new LinkedHashMap<>();
        item.forEach((name, value) -> image.put(name, json(value)));
        return image;
    }

    private static Map<String, Object> json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", true);
            case B -> Map.of("B", base64(value.b()));
            case SS -> Map.of("SS", value.ss());
            case NS -> Map.of("NS", value.ns());
            case BS ->
                Map.of("BS", value.bs().stream().map(StreamEvents::base64).toList());
            case L -> Map.of("L", value.l().stream().map(StreamEvents::json).toList());
            case M -> Map.of("M", image(value.m()));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an attribute of an unknown type");
        };
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
