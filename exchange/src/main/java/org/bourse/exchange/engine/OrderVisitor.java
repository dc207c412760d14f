package org.bourse.exchange.engine;

/**
 * Is shown orders, one by one.
 *
 * @param <E> what it may throw
 */
@FunctionalInterface
interface OrderVisitor<E extends Exception> {
  void visit(long orderId) throws E;
}
