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

    /** Signs and confirms for the first time, and answers the mail that asked for it. */
    Inbox.Received signAndConfirm(Signer signer) {
        Inbox.Received mail = sign(signer, 1);
        assertThat(api.press(Links.confirmation(mail)).status()).isEqualTo(200);
        return mail;
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

    /** All that lies in the table of signatures under this statement. */
    List<Map<String, AttributeValue>> items() {
        return backend
                .dynamoDb()
                .scanPaginator(r -> r.tableName(backend.names().signatures())
                        .consistentRead(true)
                        .filterExpression("#statement = :statement")
                        .expressionAttributeNames(Map.of("#statement", "statement"))
                        .expressionAttributeValues(Map.of(":statement", AttributeValue.fromS(statement))))
                .items()
                .stream()
                .toList();
    }

    /** What lies in the table of a signer's signature; empty when nothing does. */
    Map<String, AttributeValue> item(Signer signer) {
        return backend.dynamoDb()
                .getItem(r -> r.tableName(backend.names().signatures())
                        .key(key(signer))
                        .consistentRead(true))
                .item();
    }

    String attribute(Signer signer, String name) {
        return item(signer).get(name).s();
    }

    /** Makes the time to confirm a signature pass. */
    void expire(Signer signer) {
        long past = Instant.now().minusSeconds(60).getEpochSecond();
        backend.dynamoDb()
                .updateItem(r -> r.tableName(backend.names().signatures())
                        .key(key(signer))
                        .updateExpression("SET expiresAt = :past")
                        .conditionExpression("attribute_exists(signer)")
                        .expressionAttributeValues(Map.of(":past", AttributeValue.fromN(Long.toString(past)))));
    }

    private Map<String, AttributeValue> key(Signer signer) {
        Signs signs = signer.fields().get("category").equals("groups") ? Signs.ORGANISATION : Signs.PERSON;
        var id = SignatureId.of(statement, Address.of(signer.email()).orElseThrow(), signs, (String)
                signer.fields().get("name"));
        return Map.of("signer", AttributeValue.fromS(id.signer()), "capacity", AttributeValue.fromS(id.capacity()));
    }
}
