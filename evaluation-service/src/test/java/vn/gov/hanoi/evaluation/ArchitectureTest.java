package vn.gov.hanoi.evaluation;

import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Architecture;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        Architecture.check("vn.gov.hanoi.evaluation");
    }
}
