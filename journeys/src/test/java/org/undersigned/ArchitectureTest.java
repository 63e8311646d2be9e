package org.undersigned;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.lang.reflect.AccessFlag;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.Identity;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;
import org.undersigned.http.Request;
import org.undersigned.lambda.Variables;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.undersigned");
    /** A handler, what it reads a request by, and what it writes an answer by; with what is nested in them. */
    private static final DescribedPredicate<JavaClass> OF_HTTP = nameMatching(
                    ".*\\.\\w*(Handler|Request|Parameters|Json)(\\$.*)?")
            .<JavaClass>forSubtype()
            .as("of HTTP");

    private static final DescribedPredicate<JavaClass> AWS = resideInAnyPackage("software.amazon.awssdk..");
    private static final String[] FUNCTIONS = {
        "..announcechanges..",
        "..announcewaiting..",
        "..authorizeadmin..",
        "..confirm..",
        "..correct..",
        "..decide..",
        "..describestatement..",
        "..editsignature..",
        "..erase..",
        "..exportsignatories..",
        "..importsignatories..",
        "..invalidate..",
        "..listsignatories..",
        "..liststatements..",
        "..manageblocks..",
        "..managestatement..",
        "..notebounce..",
        "..queueemails..",
        "..readaudit..",
        "..refuse..",
        "..requeststatus..",
        "..reconcile..",
        "..retain..",
        "..sealaudit..",
        "..reviewqueue..",
        "..sendemail..",
        "..sign..",
        "..sortanew..",
        "..tally..",
        "..withdraw.."
    };

    @Test
    void onlyVariablesReadsTheEnvironment() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Variables.class)
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(CLASSES);
    }

    /** Whoever runs it in Turkish, Arabic or Persian gets the same files, keys and answers. */
    @Test
    void nothingIsFormattedOrFoldedByTheDefaultLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(NumberFormat.class, "getInstance")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(CLASSES);
    }

    @Test
    void theDomainKnowsNeitherTablesNorHttpNorAws() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("..tables..", "..http..", "..lambda..", "..streams..")
                        .or(AWS))
                .check(CLASSES);
    }

    @Test
    void tablesKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAPackage("..tables..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("..http..", "..streams.."))
                .check(CLASSES);
    }

    /** Neither of requests and responses, nor of the classes of their function that read and write these. */
    @Test
    void useCasesKnowNothingOfHttp() {
        noClasses()
                .that(resideInAnyPackage(FUNCTIONS))
                .and(not(OF_HTTP))
                .should()
                .dependOnClassesThat(resideInAnyPackage("..http..")
                        .or(resideInAnyPackage(FUNCTIONS).and(OF_HTTP)))
                .check(CLASSES);
    }

    @Test
    void packagesDependOnEachOtherOneWay() {
        slices().matching("org.undersigned.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void functionsDoNotKnowEachOther() {
        for (String function : FUNCTIONS)
            noClasses()
                    .that()
                    .resideInAPackage(function)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(FUNCTIONS)
                            .and(resideInAnyPackage(function).negate()))
                    .check(CLASSES);
    }

    @Test
    void thePublicListCannotReachAnAddress() {
        noClasses()
                .that()
                .resideInAPackage("..listsignatories..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Signatures.class, org.undersigned.domain.Signature.class)
                .check(CLASSES);
        noClasses()
                .that()
                .belongToAnyOf(Signatories.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Signatures.class)
                .check(CLASSES);
    }

    /** An admin function cannot forget to check who calls: it is handed the caller, and nothing before. */
    @Test
    void nobodyIsAnsweredBeforeTheirTokenIsChecked() throws NoSuchMethodException {
        assertThat(AdminHandler.class.getDeclaredMethod("answer", Request.class).accessFlags())
                .contains(AccessFlag.FINAL);
        classes()
                .that()
                .belongToAnyOf(AdminHandler.class, AuthorizeAdminHandler.class)
                .should()
                .callMethod(Identity.class, "check", Optional.class)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotBelongToAnyOf(AdminHandler.class, AuthorizeAdminHandler.class)
                .should()
                .callMethod(Identity.class, "check", Optional.class)
                .check(CLASSES);
    }

    @Test
    void onlyPrimingAndTheLocalRunIssueTokens() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Priming")
                .and()
                .resideOutsideOfPackage("..local..")
                .and()
                .doNotBelongToAnyOf(OwnIssuer.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(OwnIssuer.class)
                .check(CLASSES);
    }

    @Test
    void timeIsHandedIn() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Priming")
                .and()
                .resideOutsideOfPackage("..bench..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void handlersAreFinalAndHaveAConstructorForLambda() {
        classes()
                .that()
                .areAssignableTo(RequestStreamHandler.class)
                .and(simpleNameEndingWith("Handler"))
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should(haveModifier(JavaModifier.FINAL))
                .andShould(haveAPublicConstructorWithoutParameters())
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Impl|Dao|Helper|Util|Utils|Common|Base)")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> haveAPublicConstructorWithoutParameters() {
        return new ArchCondition<>("have a public constructor without parameters") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean has = item.getConstructors().stream()
                        .anyMatch(c ->
                                c.getParameters().isEmpty() && c.getModifiers().contains(JavaModifier.PUBLIC));
                events.add(new SimpleConditionEvent(item, has, item.getName() + (has ? " has" : " lacks") + " one"));
            }
        };
    }
}
