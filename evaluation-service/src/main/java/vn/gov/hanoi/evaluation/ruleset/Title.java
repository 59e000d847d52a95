package vn.gov.hanoi.evaluation.ruleset;

/** What people call something, in both languages. */
public record Title(String vi, String en) {}
