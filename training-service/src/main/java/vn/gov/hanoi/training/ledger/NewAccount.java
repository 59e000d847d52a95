package vn.gov.hanoi.training.ledger;

import java.util.UUID;

/**
 * An account about to be opened.
 *
 * @param unitId unit whose money it is; callers see the account if their scope contains it
 * @param year plan year
 */
public record NewAccount(
        UUID planId,
        UUID blockId,
        String blockCode,
        UUID unitId,
        int year,
        FundingSource fundingSource,
        AccountState state) {}
