package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Signs.ORGANISATION;
import static org.undersigned.domain.Signs.PERSON;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureIdTest {

    @Test
    void onePersonIsOneSignerHoweverTheAddressIsTyped() {
        assertThat(person("letter", "Anna.Lee+x@Gmail.com", "Anna Lee"))
                .isEqualTo(person("letter", "annalee@googlemail.com", "Someone Else"));
    }

    @Test
    void underAnotherStatementItIsAnotherSigner() {
        assertThat(person("letter", "anna@example.org", "Anna").signer())
                .isNotEqualTo(person("other", "anna@example.org", "Anna").signer());
    }

    @Test
    void anotherAddressIsAnotherSigner() {
        assertThat(person("letter", "anna@example.org", "Anna"))
                .isNotEqualTo(person("letter", "an.na@example.org", "Anna"));
    }

    @Test
    void statementAndAddressAreNotRunTogether() {
        assertThat(person("lettera", "nna@example.org", "Anna").signer())
                .isNotEqualTo(person("letter", "anna@example.org", "Anna").signer());
    }

    @Test
    void oneAddressSignsInPersonAndForEachOrganisation() {
        SignatureId person = person("letter", "anna@example.org", "Anna");
        SignatureId one = organisation("anna@example.org", "Canada Tibet Committee");
        SignatureId other = organisation("anna@example.org", "PEN Canada");
        assertThat(person.signer()).isEqualTo(one.signer()).isEqualTo(other.signer());
        assertThat(person.capacity()).isEqualTo("person");
        assertThat(one.capacity()).matches("organisation-[a-z2-7]{26}").isNotEqualTo(other.capacity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Société Générale",
                "SOCIETE GENERALE",
                "Socie\u0301te\u0301  Ge\u0301ne\u0301rale",
                "société-générale."
            })
    void anOrganisationIsTheSameHoweverItsNameIsWritten(String name) {
        assertThat(organisation("anna@example.org", name))
                .isEqualTo(organisation("anna@example.org", "Société générale"));
    }

    @Test
    void organisationsWithoutALetterAreNotAllTheSame() {
        assertThat(organisation("anna@example.org", "♥")).isNotEqualTo(organisation("anna@example.org", "☮"));
    }

    @Test
    void anImportedRowIsItselfByCategoryNameAndAffiliation() {
        SignatureId row = SignatureId.imported("letter", "leaders", "Anna Lee", "PEN Canada");
        assertThat(SignatureId.imported("letter", "leaders", "ANNA  LEE", "Pen Canada."))
                .isEqualTo(row);
        assertThat(SignatureId.imported("letter", "leaders", "Anna Lee", "Viet Tan"))
                .isNotEqualTo(row);
        assertThat(SignatureId.imported("letter", "leaders", "Anna Lee", "")).isNotEqualTo(row);
        assertThat(SignatureId.imported("letter", "leaders", "Anna Leigh", "PEN Canada"))
                .isNotEqualTo(row);
        assertThat(SignatureId.imported("other", "leaders", "Anna Lee", "PEN Canada"))
                .isNotEqualTo(row);
        assertThat(SignatureId.imported("letter", "members", "Anna Lee", "PEN Canada"))
                .isNotEqualTo(row);
    }

    @Test
    void rowsOfOneNameAreOfOneSigner() {
        SignatureId row = SignatureId.imported("letter", "leaders", "Anna Lee", "PEN Canada");
        assertThat(row.signer())
                .isEqualTo(SignatureId.imported("letter", "leaders", "anna lee", "Viet Tan")
                        .signer())
                .isEqualTo(SignatureId.importedSigner("letter", "leaders", "ANNA LEE"));
    }

    @Test
    void anIdIsReadFromItsText() {
        for (SignatureId id : new SignatureId[] {
            SignatureId.imported("letter", "leaders", "Anna Lee", ""),
            person("letter", "anna@example.org", "Anna"),
            organisation("anna@example.org", "PEN")
        }) assertThat(SignatureId.read(id.text())).contains(id);
        String signer = person("letter", "anna@example.org", "Anna").signer();
        for (String text : new String[] {
            "",
            ".",
            signer,
            signer + ".",
            signer + ".persons",
            "A" + signer.substring(1) + ".person",
            signer + ".imported-a"
        }) assertThat(SignatureId.read(text)).as(text).isEmpty();
    }

    @Test
    void nameAndAffiliationOfARowAreNotRunTogether() {
        assertThat(SignatureId.imported("letter", "leaders", "Anna Lee", "PEN"))
                .isNotEqualTo(SignatureId.imported("letter", "leaders", "Anna", "Lee PEN"));
    }

    @Property
    void aSignerIsTheHashInBase32(@ForAll("names") String name) {
        SignatureId id = SignatureId.imported("letter", "societies", name, "");
        assertThat(id.signer()).matches("[a-z2-7]{52}");
        assertThat(id.capacity()).matches("imported-[a-z2-7]{26}");
        assertThat(Base32.decode(id.signer()).orElseThrow()).hasSize(SignatureId.HASH_BYTES);
    }

    private static SignatureId person(String statement, String email, String name) {
        return SignatureId.of(statement, Address.of(email).orElseThrow(), PERSON, name);
    }

    private static SignatureId organisation(String email, String name) {
        return SignatureId.of("letter", Address.of(email).orElseThrow(), ORGANISATION, name);
    }

    @Provide
    Arbitrary<String> names() {
        return Texts.names();
    }
}
