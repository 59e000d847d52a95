package vn.gov.hanoi.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Architecture;

class KernelArchitectureTest {
    private static JavaClasses kernel;

    @BeforeAll
    static void shouldKeepTheHouseRules() {
        kernel = Architecture.checkForm("vn.gov.hanoi.kernel");
    }

    @Test
    void shouldSeeTheKernelsClasses() {
        assertThat(kernel.contain("vn.gov.hanoi.kernel.money.Money")).isTrue();
        assertThat(kernel.contain("vn.gov.hanoi.kernel.inbox.EventConsumer")).isTrue();
        assertThat(kernel.contain("vn.gov.hanoi.kernel.testing.Architecture")).isFalse();
    }

    @Test
    void shouldKnowNoService() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours outside the kernel and the rules that it shares with the gateway",
                        type -> type.getPackageName().startsWith("vn.gov.hanoi.")
                                && !type.getPackageName().startsWith("vn.gov.hanoi.kernel")
                                && !type.getPackageName().equals("vn.gov.hanoi.callers")))
                .check(kernel);
    }

    /** What the kernel and the gateway share knows neither of them, and no framework. */
    @Test
    void shouldShareRulesThatKnowNobody() {
        var shared = new ClassFileImporter().importPackages("vn.gov.hanoi.callers");
        assertThat(shared.contain("vn.gov.hanoi.callers.Declaration")).isTrue();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", "vn.gov.hanoi.callers..")
                .check(shared);
    }

    /** Facts are copied by parts that stand on the others; none of them may know what they copy. */
    @Test
    void shouldKeepItsToolsFreeOfWhatIsCopied() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..kernel.directorycopy..", "..kernel.sanctioncopy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..kernel.directorycopy..", "..kernel.sanctioncopy..")
                .check(kernel);
    }

    @Test
    void shouldKeepPlainValuesFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAnyPackage("..kernel.money..", "..kernel.id..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .check(kernel);
    }

    @Test
    void shouldLetOnlyTheOutboxWriteTheOutbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kernel.outbox..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .check(kernel);
    }

    @Test
    void shouldCountMoneyAndTimeInWholeNumbers() {
        for (var inexact : List.of(double.class, float.class)) {
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage("..kernel.money..", "..kernel.time..", "..kernel.page..")
                    .should()
                    .notHaveRawReturnType(inexact)
                    .check(kernel);
        }
    }

    @Test
    void shouldInjectIntoConstructorsOnly() {
        methods().should().notBeAnnotatedWith(Inject.class).check(kernel);
    }

    @Test
    void shouldHaveRecordsAsEventsAndValues() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Event")
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(Record.class)
                .check(kernel);
    }
}
