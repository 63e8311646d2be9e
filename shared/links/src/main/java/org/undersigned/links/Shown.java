package org.undersigned.links;

import java.util.Optional;
import org.undersigned.domain.Category;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Signs;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Statements;
import org.undersigned.wording.Language;
import org.undersigned.wording.Signing;

/** A signature as its signer is shown it in mails and pages: the words, and the language to say them in. */
public record Shown(Language language, Signing signing) {

    /** Throws {@link IllegalStateException} when the statement is gone, which nothing of ours removes. */
    public static Shown of(Signature signature, Statements statements) {
        Statement statement = statements
                .find(signature.statement())
                .orElseThrow(() -> new IllegalStateException("a signature's statement is missing"));
        return of(signature, statement);
    }

    static Shown of(Signature signature, Statement statement) {
        var words = signature.words();
        String language = statement.languageOr(Optional.of(words.language()));
        Optional<Category> category = statement.category(words.category());
        return new Shown(
                Language.of(language).orElse(Language.ENGLISH),
                new Signing(
                        statement.title().get(language),
                        category.map(c -> c.name().get(language)).orElse(words.category()),
                        words.name(),
                        words.honorific(),
                        words.affiliation(),
                        words.contact().map(contact -> contact.name() + ", " + contact.role()),
                        category.filter(c -> c.signs() == Signs.ORGANISATION).isPresent(),
                        words.listed(),
                        statement.page()));
    }
}
