/** Tests of the processes themselves: real starts, real kills, real data on disk. */
package vn.gov.hanoi.localstack;
