package vn.gov.hanoi.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import vn.gov.hanoi.kernel.testing.TokenAttacks;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Tokens that this service must not believe, whatever stands before it. */
@QuarkusTest
@WithStack
class TokenAttackTest extends TokenAttacks {}
