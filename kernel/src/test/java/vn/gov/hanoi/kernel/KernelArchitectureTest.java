package vn.gov.hanoi.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
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
                        "are ours outside the kernel",
                        type -> type.getPackageName().startsWith("vn.gov.hanoi.")
                                && !type.getPackageName().startsWith("vn.gov.hanoi.kernel")))
                .check(kernel);
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
