/**
 * Learners of classes: units nominate, the unit that holds the class approves, seats are taken one by one and waiting ones move up in the
 * order of their arrival. Nobody is in a class twice or in two classes on a day; conditions are checked at nomination, at approval and when
 * somebody moves up, and kept with their evidence; nobody acts on an own case or approves an own nomination.
 * Law: Decree 101/2017/NĐ-CP and those that amended it; Law on cadres and civil servants (bans on training after sanctions).
 */
@NullMarked
package vn.gov.hanoi.training.enrolment;

import org.jspecify.annotations.NullMarked;
