package org.undersigned.sendemail;

import java.time.Duration;
import java.time.Instant;
import org.undersigned.domain.Address;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.lambda.Env;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;

/** The links in emails; the same thing always has the same link. */
final class EmailLinks {
    /** Links to leave stay good: nobody should have to look for a newer email. */
    private static final Duration LEAVABLE = Duration.ofDays(3650);

    private final Tokens tokens;
    private final KeyedHash hash;
    private final String publicUrl;

    EmailLinks(Env env, KeyedHash hash) {
        tokens = new Tokens(new TokenKeys(env));
        this.hash = hash;
        publicUrl = env.required("PUBLIC_URL");
    }

    String confirm(SigningRequest request) {
        return link("/confirmations/", new Token.Confirm(request.id(), request.expiresAt()));
    }

    /** For what was asked for with an address at that moment. */
    String refuse(String signer, String emailAddress, Instant askedAt) {
        String mailbox = hash.mailbox(Address.of(emailAddress).orElseThrow());
        return link("/refusals/", new Token.Refuse(signer, mailbox, askedAt.plus(LEAVABLE)));
    }

    String withdraw(Signature signature) {
        Instant signedAt = signature.signedAt();
        return link("/withdrawals/", new Token.Withdraw(signature.id(), signedAt, signedAt.plus(LEAVABLE)));
    }

    /** To see where it stands, and to change it. */
    String edit(Signature signature) {
        Instant signedAt = signature.signedAt();
        return link("/signatures/", new Token.Edit(signature.id(), signedAt, signedAt.plus(LEAVABLE)));
    }

    private String link(String path, Token token) {
        return publicUrl + path + tokens.write(token);
    }
}
