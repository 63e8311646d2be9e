package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.Address;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Signs;
import org.undersigned.local.Inbox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A statement of a journey's own: what is done with it, what the public sees of it, and what lies in the table. */
record Journey(Backend backend, Api api, String statement) {

    static Journey start() {
        return start(Map.of());
    }

    /** With changes to the definition: each a text and what stands in its place. */
    static Journey start(Map<String, String> changes) {
        return on(Backend.get(), changes);
    }

    static Journey on(Backend backend, Map<String, String> changes) {
        return new Journey(backend, backend.api(), backend.newStatement(changes));
    }

    static Journey ofTheSample() {
        Backend backend = Backend.get();
        return new Journey(backend, backend.api(), "hong-kong-safe-harbour");
    }

    void sign(Signer signer) {
        api.sign(statement, signer);
    }

    /** Signs, and answers the mail that is the signer's {@code number}th. */
    Inbox.Received sign(Signer signer, int number) {
        sign(signer);
        return backend.mail(signer.email(), number);
    }

    /** Signs and confirms, and answers the receipt. */
    Inbox.Received signAndConfirm(Signer signer) {
        int before = backend.mailsTo(signer.email()).size();
        confirm(sign(signer, before + 1));
        return backend.mail(signer.email(), before + 2);
    }

    void confirm(Inbox.Received asked) {
        Api.Answer answer = api.press(Links.confirmation(asked));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Publishes rows {@code category,name,honorific,affiliation,sort_as,signed_on} at once. */
    void publish(String... rows) {
        String csv = "category,name,honorific,affiliation,sort_as,signed_on\n" + String.join("\n", rows) + "\n";
        Api.Answer answer = Admin.administrator(this).importing("journey", csv);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("rejected", List.of());
    }

    Map<String, Object> describe() {
        return api.get("/statements/" + statement).json();
    }

    long total() {
        return ((Number) describe().get("total")).longValue();
    }

    /** Waits until so many count. */
    void awaitTotal(long expected) {
        Backend.patiently().until(() -> total() == expected);
    }

    String listPath(String category) {
        return "/statements/" + statement + "/categories/" + category + "/signatories";
    }

    List<Map<String, Object>> signatories(String category) {
        return signatories(api.get(listPath(category) + "?limit=500"));
    }

    List<String> names(String category) {
        return names(api.get(listPath(category) + "?limit=500"));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> signatories(Api.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return (List<Map<String, Object>>) page.json().get("signatories");
    }

    static List<String> names(Api.Answer page) {
        return signatories(page).stream()
                .map(signatory -> (String) signatory.get("name"))
                .toList();
    }

    /** All signatures under this statement, as they lie in the table. */
    List<Map<String, AttributeValue>> items() {
        return scan("SIGNATURES_TABLE");
    }

    /** All that forms have asked for under this statement. */
    List<Map<String, AttributeValue>> requests() {
        return scan("SIGNING_REQUESTS_TABLE");
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        return backend
                .dynamoDb()
                .scanPaginator(r -> r.tableName(backend.env().required(table))
                        .consistentRead(true)
                        .filterExpression("#statement = :statement")
                        .expressionAttributeNames(Map.of("#statement", "statement"))
                        .expressionAttributeValues(Map.of(":statement", AttributeValue.fromS(statement))))
                .items()
                .stream()
                .toList();
    }

    /** The signature of a signer as it lies in the table; empty when there is none. */
    Map<String, AttributeValue> item(Signer signer) {
        return backend.dynamoDb()
                .getItem(r -> r.tableName(backend.env().required("SIGNATURES_TABLE"))
                        .key(key(signer))
                        .consistentRead(true))
                .item();
    }

    String attribute(Signer signer, String name) {
        return item(signer).get(name).s();
    }

    String id(Signer signer) {
        var key = key(signer);
        return key.get("signer").s() + "." + key.get("capacity").s();
    }

    /** Of the signature that an imported row has become. */
    SignatureId imported(String category, String name, String affiliation) {
        return new SignatureId(
                backend.hash().importedSigner(statement, category, Signs.PERSON, name),
                backend.hash().importedCapacity(name, affiliation));
    }

    /** Makes the time to confirm what a signer's address has asked for pass. */
    void expire(Signer signer) {
        long past = Instant.now().minusSeconds(60).getEpochSecond();
        for (var request : requestsOf(signer))
            backend.dynamoDb()
                    .updateItem(r -> r.tableName(backend.env().required("SIGNING_REQUESTS_TABLE"))
                            .key(Map.of("signer", request.get("signer"), "request", request.get("request")))
                            .updateExpression("SET expiresAt = :past")
                            .expressionAttributeValues(Map.of(":past", AttributeValue.fromN(Long.toString(past)))));
    }

    /** What was asked for with a signer's address. */
    List<Map<String, AttributeValue>> requestsOf(Signer signer) {
        AttributeValue key = key(signer).get("signer");
        return requests().stream()
                .filter(request -> request.get("signer").equals(key))
                .toList();
    }

    private Map<String, AttributeValue> key(Signer signer) {
        Signs signs = signer.fields().get("category").equals("groups") ? Signs.ORGANISATION : Signs.PERSON;
        String hash =
                backend.hash().signer(statement, Address.of(signer.email()).orElseThrow());
        String capacity =
                backend.hash().capacity(signs, (String) signer.fields().get("name"));
        return Map.of("signer", AttributeValue.fromS(hash), "capacity", AttributeValue.fromS(capacity));
    }
}
