/**
 * The seam of the engine yardstick, as its harness declares it: there the harness's own class comes first on the class path,
 * this one lets the adapters compile. One symbol, one thread.
 */
@SuppressWarnings("DefaultPackage")
interface Engine {
  /** Receives every fill at the resting order's price, in the order of the match. */
  interface Sink {
    void trade(long makerId, long takerId, long price, long qty);
  }

  /** A limit order; with ioc, what does not trade at once is gone. */
  void onNew(long id, int side, long price, long qty, boolean ioc);

  /** True when the order was resting. */
  boolean onCancel(long id);

  /** A new price for what is left of the order, at the end of the queue. False when it was not resting. */
  boolean onReplace(long id, long newPrice);
}
