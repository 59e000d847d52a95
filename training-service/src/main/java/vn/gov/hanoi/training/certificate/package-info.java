/**
 * Certificates (chứng chỉ) of officers who passed a class: issued by a decision, suspended, restored, revoked, and shown to everybody.
 * One enrolment has one certificate in force; its content never changes, a wrong one is revoked and issued anew with a pointer back;
 * nobody acts on the own certificate; numbers have 60 random bits; a replaced key loses its private part and stays published.
 * Decree 101/2017 with 89/2021, Decree 171/2025; terms and reasons are data, with an open legal check.
 */
@NullMarked
package vn.gov.hanoi.training.certificate;

import org.jspecify.annotations.NullMarked;
