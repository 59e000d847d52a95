package vn.gov.hanoi.evaluation.score;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Rules and scores know neither a framework nor each other's callers. */
class ScoreArchitectureTest {
    @Test
    void shouldKnowNoFrameworkDatabaseOrHttp() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.gov.hanoi.evaluation.ruleset", "vn.gov.hanoi.evaluation.score");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "io.quarkus..", "org.hibernate..", "org.eclipse.microprofile..", "java.sql..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..ruleset..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..score..")
                .check(classes);
        noClasses().should().callMethod(Math.class, "random").check(classes);
    }
}
