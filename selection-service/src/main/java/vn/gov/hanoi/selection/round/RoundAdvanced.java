package vn.gov.hanoi.selection.round;

import java.util.UUID;

/** A round has come further. Told inside the transaction that takes it there, after the act has kept what it did. */
public record RoundAdvanced(UUID roundId, RoundState state) {}
