import org.bourse.exchange.engine.EngineUnderTest;

/** All of Bourse's engine behind the engine yardstick: commands in as bytes, ClOrdIDs, reports out as bytes. */
@SuppressWarnings("DefaultPackage")
public final class BourseEngine implements Engine {
  private final EngineUnderTest engine;

  /** Called by the harness. */
  public BourseEngine(Engine.Sink sink) {
    engine = new EngineUnderTest(sink::trade);
  }

  @Override
  public void onNew(long id, int side, long price, long qty, boolean ioc) {
    engine.enter(id, side == 0, price, qty, ioc);
  }

  @Override
  public boolean onCancel(long id) {
    return engine.cancel(id);
  }

  @Override
  public boolean onReplace(long id, long newPrice) {
    return engine.reprice(id, newPrice);
  }
}
