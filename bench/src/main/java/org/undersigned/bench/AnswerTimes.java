package org.undersigned.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.domain.RequestId;
import org.undersigned.lambda.Json;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.sign.SignHandler;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether the time of an answer tells that an address has signed: signing with known and unknown ones, in random turn. */
public final class AnswerTimes {
    private static final String CATEGORY = "people";
    private static final int WARM_UP = 2_000;

    private AnswerTimes() {}

    /** Takes how many requests are measured (200 when left out), half of them of addresses that have signed. */
    public static void main(String[] arguments) throws Exception {
        int half = (arguments.length == 0 ? 200 : Integer.parseInt(arguments[0])) / 2;
        try (var tables = Tables.create()) {
            tables.putStatement(CATEGORY);
            var sign = new SignHandler(tables.env());
            for (int i = 0; i < WARM_UP; i++)
                Call.expecting(202, sign, Call.signing(Tables.STATEMENT, CATEGORY, 1_000_000 + i));
            haveSigned(tables, sign, half);
            var known = new Times(half);
            var unknown = new Times(half);
            for (int number : turns(half)) {
                byte[] event = Call.signing(Tables.STATEMENT, CATEGORY, number, "Another Name");
                (number < half ? known : unknown).measure(() -> Call.expecting(202, sign, event));
            }
            System.out.printf(
                    Locale.ROOT,
                    "p50 in µs: known %.0f, unknown %.0f; known / unknown = %.3f%n",
                    known.median(),
                    unknown.median(),
                    known.median() / unknown.median());
        }
    }

    /** Signers 0 to {@code half} have signed, the next as many have not. */
    private static List<Integer> turns(int half) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < 2 * half; i++) turns.add(i);
        Collections.shuffle(turns, new Random(1));
        return turns;
    }

    private static void haveSigned(Tables tables, SignHandler sign, int number) throws Exception {
        var tokens = new Tokens(new TokenKeys(tables.env()));
        var confirm = new ConfirmHandler(tables.env());
        for (int i = 0; i < number; i++) Call.expecting(202, sign, Call.signing(Tables.STATEMENT, CATEGORY, i));
        for (Map<String, AttributeValue> item : tables.client()
                .scanPaginator(r -> r.tableName("SigningRequests"))
                .items()) {
            if (!item.get("emailAddress").s().matches("signer-[0-9]{1,6}@.*")) continue;
            var id = new RequestId(item.get("signer").s(), item.get("request").s());
            String token =
                    tokens.write(new Token.Confirm(id, Tables.CLOCK.instant().plusSeconds(3600)));
            Call.expecting(
                    200,
                    confirm,
                    Call.event("POST", Map.of("token", token), Map.of(), Json.text(Map.of("confirm", true))));
        }
    }
}
