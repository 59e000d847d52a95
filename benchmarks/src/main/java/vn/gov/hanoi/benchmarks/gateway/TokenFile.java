package vn.gov.hanoi.benchmarks.gateway;

import java.nio.file.Path;

/** So many tokens of one length, one behind the other. */
record TokenFile(Path file, int length, int count) {}
