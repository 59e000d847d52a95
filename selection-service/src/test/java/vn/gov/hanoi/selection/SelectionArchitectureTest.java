package vn.gov.hanoi.selection;

import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Architecture;

class SelectionArchitectureTest {
    @Test
    void shouldKeepTheHouseRules() {
        Architecture.check("vn.gov.hanoi.selection");
    }
}
