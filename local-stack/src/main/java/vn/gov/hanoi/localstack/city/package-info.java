/**
 * The City of 2020 as data and the load of it into a running suite, through the published API only.
 * The same files and the same seed always give the same units, officers, plan and vacancies, so a load may be repeated or cut off at any point.
 * Figures follow the City's training plan of 2020 and its list of units; every officer is synthetic.
 */
@NullMarked
package vn.gov.hanoi.localstack.city;

import org.jspecify.annotations.NullMarked;
