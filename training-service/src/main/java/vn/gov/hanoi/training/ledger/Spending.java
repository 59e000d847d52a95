package vn.gov.hanoi.training.ledger;

import vn.gov.hanoi.kernel.money.Money;

/**
 * What became of a commitment, in đồng.
 *
 * @param committed what was promised
 * @param released given back, refunds included
 * @param spent paid, less refunds
 * @param settled part of what is spent that has accepted documents
 * @param open committed - released - spent
 */
public record Spending(Money committed, Money released, Money spent, Money settled, Money open) {}
