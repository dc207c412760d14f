package org.bourse.exchange.event;

/**
 * What few execution reports say beyond the state of their order.
 *
 * @param stopPrice StopPx(99), 0: none
 * @param maxFloor MaxFloor(111), 0: none
 * @param minQuantity MinQty(110), 0: none
 * @param cashQuantity CashOrderQty(152) in the scale of prices, 0: none
 * @param expireTime ExpireTime(126), nanoseconds since 1970, UTC; 0: none
 * @param dayOrderQty DayOrderQty(424), -1: the three of the day are not told
 * @param dayCumQty DayCumQty(425)
 * @param dayNotionalHigh upper 64 of the 128 bits of the sum of price times quantity today
 * @param dayNotionalLow lower 64 of them
 * @param execRefId ExecRefID(19), 0: none
 * @param expireDate ExpireDate(432) as yyyymmdd, 0: none
 * @param reports TotNumReports(911) of a mass status, -1: it is none
 * @param restatementReason ExecRestatementReason(378), -1: none
 * @param execInst ExecInst(18) as bits of {@link org.bourse.exchange.model.ExecInst}
 * @param last whether it is the last of a mass status
 * @param elsewhere whether it traded in another market
 */
public record ReportDetails(
    long stopPrice,
    long maxFloor,
    long minQuantity,
    long cashQuantity,
    long expireTime,
    long dayOrderQty,
    long dayCumQty,
    long dayNotionalHigh,
    long dayNotionalLow,
    long execRefId,
    int expireDate,
    int reports,
    int restatementReason,
    int execInst,
    boolean last,
    boolean elsewhere) {
  /** Bit of a report's flags: it is the last of a mass status. */
  public static final int LAST = 1;

  /** Bit of a report's flags: it traded in another market. */
  public static final int ELSEWHERE = 2;

  /** Says nothing. */
  public static final ReportDetails NONE =
      new ReportDetails(0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, -1, -1, 0, false, false);
}
