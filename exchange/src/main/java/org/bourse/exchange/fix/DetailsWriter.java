package org.bourse.exchange.fix;

import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.model.ExecInst;
import quickfix.field.CashOrderQty;
import quickfix.field.DayAvgPx;
import quickfix.field.DayCumQty;
import quickfix.field.DayOrderQty;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MaxFloor;
import quickfix.field.MinQty;
import quickfix.field.StopPx;

/** Writes what few orders have beyond price and quantity, where they have it. */
final class DetailsWriter {
  private static final String[] INSTRUCTIONS = new String[ExecInst.ALL + 1];

  static {
    for (int bits = 0; bits <= ExecInst.ALL; bits++) {
      StringBuilder text = new StringBuilder();
      for (int left = bits; left != 0; left &= left - 1) {
        text.append(text.isEmpty() ? "" : " ").append(ExecInst.code(left));
      }
      INSTRUCTIONS[bits] = text.toString();
    }
  }

  void write(OrderReportDecoder report, FixWriter body, int priceScale, int quantityScale) {
    if (report.stopPrice() != 0) {
      body.decimal(StopPx.FIELD, report.stopPrice(), priceScale);
    }
    if (report.maxFloor() != 0) {
      body.decimal(MaxFloor.FIELD, report.maxFloor(), quantityScale);
    }
    if (report.minQuantity() != 0) {
      body.decimal(MinQty.FIELD, report.minQuantity(), quantityScale);
    }
    if (report.cashQuantity() != 0) {
      body.decimal(CashOrderQty.FIELD, report.cashQuantity(), priceScale);
    }
    if (report.expireDate() != 0) {
      body.field(ExpireDate.FIELD, report.expireDate());
    }
    if (report.expireTime() != 0) {
      body.time(ExpireTime.FIELD, report.expireTime());
    }
    if (report.execInst() != 0) {
      body.field(quickfix.field.ExecInst.FIELD, INSTRUCTIONS[report.execInst() & ExecInst.ALL]);
    }
    if (report.dayOrderQty() >= 0) {
      body.decimal(DayOrderQty.FIELD, report.dayOrderQty(), quantityScale)
          .decimal(DayCumQty.FIELD, report.dayCumQty(), quantityScale);
      AveragePrice.write(
          body,
          DayAvgPx.FIELD,
          report.dayNotionalHigh(),
          report.dayNotionalLow(),
          report.dayCumQty(),
          priceScale);
    }
  }
}
