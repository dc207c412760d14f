package org.bourse.client.order;

import quickfix.field.Side;

/** Side(54); lower case, because it is typed. */
enum OrderSide {
  buy(Side.BUY),
  sell(Side.SELL);

  final char code;

  OrderSide(char code) {
    this.code = code;
  }
}
