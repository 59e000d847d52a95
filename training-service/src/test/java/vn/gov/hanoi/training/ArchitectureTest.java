package vn.gov.hanoi.training;

import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Architecture;

class ArchitectureTest {
    @Test
    void shouldKeepTheHouseRules() {
        // When Then
        Architecture.check("vn.gov.hanoi.training");
    }
}
