package org.undersigned.http;

import java.io.UncheckedIOException;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Failures that end by themselves: something we call is silent, cannot be reached, or takes no more just now. */
final class Outage {
    private static final Set<String> CONTENTION =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) if (isOne(t)) return true;
        return false;
    }

    private static boolean isOne(Throwable failure) {
        return switch (failure) {
            // Of a transaction that waits for others; what its conditions refuse is no outage.
            case TransactionCanceledException canceled ->
                canceled.cancellationReasons().stream().anyMatch(reason -> CONTENTION.contains(reason.code()));
            case TransactionConflictException _, TransactionInProgressException _ -> true;
            case SdkServiceException refusal -> refusal.statusCode() >= 500 || refusal.isThrottlingException();
            // No answer within the client's limits, or no connection; and the secrets' reader.
            case SdkClientException _, UncheckedIOException _ -> true;
            default -> false;
        };
    }
}
