package org.bourse.client.marketdata;

import java.util.List;

/**
 * A MarketDataSnapshotFullRefresh(W) or MarketDataIncrementalRefresh(X).
 *
 * @param snapshot whether it is a W
 * @param mdReqId MDReqID(262), empty for none
 * @param symbol Symbol(55) of a W, of the first entry of an X; empty where there is none
 * @param rptSeq RptSeq(83) of a W, of the last entry of an X; {@link Entry#NO_NUMBER} where there
 *     is none
 * @param sendingTime SendingTime(52)
 * @param entries as they stand in the message
 */
record Update(
    boolean snapshot,
    String mdReqId,
    String symbol,
    long rptSeq,
    String sendingTime,
    List<Entry> entries) {}
