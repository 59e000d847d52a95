/**
 * Black-box tests of the packaged suite: real PostgreSQL, Kafka, Keycloak, the three services and the gateway as processes.
 * Each claim is made through the gateway and, where it says so, at the services directly.
 */
package vn.gov.hanoi.systemtests;
