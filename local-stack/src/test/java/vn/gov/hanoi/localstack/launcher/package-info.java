/** Tests of the launcher and of the realm it imports, with a real Keycloak where a login is claimed. */
package vn.gov.hanoi.localstack.launcher;
