package org.undersigned.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.FieldError;
import org.undersigned.lambda.Json;

/** An error as callers see it (RFC 9457). */
public record Problem(int status, String title, String detail, List<FieldError> errors, Map<String, String> headers) {
    /** How soon it is worth asking again. */
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    Problem(int status, String title, String detail, List<FieldError> errors) {
        this(status, title, detail, errors, Map.of());
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, title(status), detail, List.of());
    }

    /** A field of the query or the path that cannot be read. */
    public static Problem badRequest(FieldError error) {
        return new Problem(400, title(400), error.field() + " " + error.message() + ".", List.of(error));
    }

    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem(422, title(422), "The request names what to mend in errors.", errors);
    }

    /** What stands in the way, by its fields. */
    public static Problem conflict(String detail, List<FieldError> errors) {
        return new Problem(409, title(409), detail, errors);
    }

    /** Whoever asks too often may ask again after that time. */
    public static Problem tooManyRequests(Duration wait) {
        return tooManyRequests(wait, "There were too many requests from your network. Please try again later.");
    }

    /** Whoever does something too often may do it again after that time. */
    public static Problem tooManyRequests(Duration wait, String detail) {
        return new Problem(
                429,
                title(429),
                detail,
                List.of(),
                Map.of("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds())));
    }

    /** An error of ours. */
    static Problem failed() {
        return of(500, "Something went wrong on our side. Please try again later.");
    }

    /** What we call gives no answer at the moment: the same request may be sent again soon. */
    static Problem unavailable() {
        return new Problem(
                503,
                title(503),
                "Our database gives no answer at the moment. Please try again soon.",
                List.of(),
                Map.of("Retry-After", Long.toString(OUTAGE.toSeconds())));
    }

    public Response response(String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("requestId", requestId);
        if (!errors.isEmpty())
            body.put("errors", errors.stream().map(Problem::fields).toList());
        return new Response(
                        status,
                        Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
                        Json.text(body))
                .with(headers);
    }

    /** An error as it stands in a list of them. */
    public static Map<String, String> fields(FieldError error) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("field", error.field());
        fields.put("code", error.code());
        fields.put("message", error.message());
        return fields;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> throw new IllegalArgumentException("no title for status " + status);
        };
    }

    /** Ends a request with this problem. */
    public static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        public Refusal(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }

        public static Refusal of(int status, String detail) {
            return new Refusal(Problem.of(status, detail));
        }

        public static Refusal noStatement() {
            return of(404, "There is no such statement.");
        }

        Problem problem() {
            return problem;
        }
    }
}
