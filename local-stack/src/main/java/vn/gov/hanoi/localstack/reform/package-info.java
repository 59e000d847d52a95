/**
 * The reform of 1 July 2025 as one plan of reorganisation, made from the units of a running suite: districts end, communes become wards and
 * communes under the City. Names and numbers of the successors are those of the reform, shares and people are made by a fixed seed.
 */
@NullMarked
package vn.gov.hanoi.localstack.reform;

import org.jspecify.annotations.NullMarked;
