import org.bourse.exchange.engine.BookUnderTest;

/**
 * Bourse's order book behind the engine yardstick. See docs/performance.md for how to run it.
 */
@SuppressWarnings("DefaultPackage")
public final class BourseBook implements Engine {
  static {
    BookUnderTest.runIn();
  }

  private final BookUnderTest book;

  /** Called by the harness. */
  public BourseBook(Engine.Sink sink) {
    book = new BookUnderTest(sink::trade);
  }

  @Override
  public void onNew(long id, int side, long price, long qty, boolean ioc) {
    book.enter(id, side == 0, price, qty, ioc);
  }

  @Override
  public boolean onCancel(long id) {
    return book.cancel(id);
  }

  @Override
  public boolean onReplace(long id, long newPrice) {
    return book.reprice(id, newPrice);
  }
}
