package vn.gov.hanoi.selection;

import io.quarkus.test.junit.QuarkusTest;
import vn.gov.hanoi.kernel.testing.RequestAttacks;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Requests that this service must withstand, whatever stands before it. */
@QuarkusTest
@WithStack
class RequestAttackTest extends RequestAttacks {}
