/**
 * Tests of the City of 2020: its numbers, its officers, and how the loader behaves when the suite refuses, delays or repeats.
 * The suite at the other end of the wire is a double that refuses on purpose; loading the real suite is proved by the system tests.
 * Expected numbers are those of the City's plan and list of units of 2020.
 */
@NullMarked
package vn.gov.hanoi.localstack.reform;

import org.jspecify.annotations.NullMarked;
