package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Signs.ORGANISATION;
import static org.undersigned.domain.Signs.PERSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedHashTest {
    private static final KeyedHash HASH = new KeyedHash("a secret");

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
        SignatureId row = imported("letter", "leaders", "Anna Lee", "PEN Canada");
        assertThat(imported("letter", "leaders", "ANNA  LEE", "Pen Canada.")).isEqualTo(row);
        assertThat(imported("letter", "leaders", "Anna Lee", "Viet Tan")).isNotEqualTo(row);
        assertThat(imported("letter", "leaders", "Anna Lee", "")).isNotEqualTo(row);
        assertThat(imported("letter", "leaders", "Anna Leigh", "PEN Canada")).isNotEqualTo(row);
        assertThat(imported("other", "leaders", "Anna Lee", "PEN Canada")).isNotEqualTo(row);
        assertThat(imported("letter", "members", "Anna Lee", "PEN Canada")).isNotEqualTo(row);
    }

    @Test
    void rowsOfOneNameAreOfOneSigner() {
        SignatureId row = imported("letter", "leaders", "Anna Lee", "PEN Canada");
        assertThat(row.signer())
                .isEqualTo(imported("letter", "leaders", "anna lee", "Viet Tan").signer())
                .isEqualTo(HASH.importedSigner("letter", "leaders", PERSON, "ANNA LEE"));
    }

    @Test
    void anIdIsReadFromItsText() {
        for (SignatureId id : new SignatureId[] {
            imported("letter", "leaders", "Anna Lee", ""),
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
        assertThat(imported("letter", "leaders", "Anna Lee", "PEN"))
                .isNotEqualTo(imported("letter", "leaders", "Anna", "Lee PEN"));
    }

    @Test
    void underAnotherSecretEveryKeyIsAnother() {
        KeyedHash other = new KeyedHash("another secret");
        Address anna = Address.of("anna@example.org").orElseThrow();
        assertThat(other.signer("letter", anna)).isNotEqualTo(HASH.signer("letter", anna));
        assertThat(other.mailbox(anna)).isNotEqualTo(HASH.mailbox(anna));
        assertThat(other.importedSigner("letter", "leaders", PERSON, "Anna"))
                .isNotEqualTo(HASH.importedSigner("letter", "leaders", PERSON, "Anna"));
        assertThat(other.importedCapacity("Anna", "PEN")).isNotEqualTo(HASH.importedCapacity("Anna", "PEN"));
        assertThat(other.capacity(ORGANISATION, "PEN")).isNotEqualTo(HASH.capacity(ORGANISATION, "PEN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Anna Lee",
                "Prof. Dr. Anna Lee, PhD",
                "Anna Lee (author)",
                "Lee, Anna",
                "ANNA LEE MP",
                "An\u00ADna Lee",
                "Anna\u00A0Lee",
                "\u0410nna Lee",
                "Аnnа Lее"
            })
    void rowsWhoseNamesLookTheSameAreOfOneSigner(String name) {
        assertThat(imported("letter", "leaders", name, "").signer())
                .isEqualTo(imported("letter", "leaders", "Anna Lee", "").signer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Friends of Rivers",
                "Friends of Rivers, Inc.",
                "Friends of Rivers e.V.",
                "Friends of Rivers (Canada)"
            })
    void rowsOfAnOrganisationAreOfOneSignerInEachLegalForm(String name) {
        assertThat(HASH.importedSigner("letter", "groups", ORGANISATION, name))
                .isEqualTo(HASH.importedSigner("letter", "groups", ORGANISATION, "Friends of Rivers"));
    }

    @Test
    void aMailboxIsOneWhateverTheTagAndTheStatement() {
        assertThat(mailbox("anna+1@corp.example"))
                .isEqualTo(mailbox("Anna+two@corp.example"))
                .isEqualTo(mailbox("anna@corp.example"))
                .isNotEqualTo(mailbox("annab@corp.example"));
        assertThat(mailbox("anna@corp.example"))
                .isNotEqualTo(
                        HASH.signer("letter", Address.of("anna@corp.example").orElseThrow()));
    }

    @Test
    void aKeyIsBase32() {
        SignatureId id = imported("letter", "societies", "王伟", "");
        assertThat(id.signer()).matches("[a-z2-7]{52}");
        assertThat(id.capacity()).matches("imported-[a-z2-7]{26}");
        assertThat(Base32.decode(id.signer()).orElseThrow()).hasSize(32);
    }

    private static String mailbox(String email) {
        return HASH.mailbox(Address.of(email).orElseThrow());
    }

    private static SignatureId imported(String statement, String category, String name, String affiliation) {
        return new SignatureId(
                HASH.importedSigner(statement, category, PERSON, name), HASH.importedCapacity(name, affiliation));
    }

    private static SignatureId person(String statement, String email, String name) {
        return id(statement, email, PERSON, name);
    }

    private static SignatureId organisation(String email, String name) {
        return id("letter", email, ORGANISATION, name);
    }

    private static SignatureId id(String statement, String email, Signs signs, String name) {
        return new SignatureId(HASH.signer(statement, Address.of(email).orElseThrow()), HASH.capacity(signs, name));
    }
}
