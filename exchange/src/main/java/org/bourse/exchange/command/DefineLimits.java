package org.bourse.exchange.command;

/**
 * What a participant may do in one instrument, in its scales. 0: no limit.
 *
 * @param maxNotional price times quantity, in whole units of the currency
 * @param maxPosition gross: as if all open orders of a side had traded
 * @param priceCollar how far a limit price may be from the last price, in basis points
 * @param duplicateMillis an order like the participant's last one is refused for so long
 * @param selfTrade a code of {@link org.bourse.exchange.model.SelfTrade}, 0: allowed
 */
public record DefineLimits(
    int participantId,
    int instrumentId,
    long maxOrderQuantity,
    long maxNotional,
    long maxOpenOrders,
    long maxPosition,
    int priceCollar,
    int duplicateMillis,
    int selfTrade)
    implements Command {}
