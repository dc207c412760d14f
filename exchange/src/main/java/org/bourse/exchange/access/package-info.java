/**
 * Who may do what: participants, their users and sessions, passwords, addresses, limits. It knows
 * neither FIX nor files: it decides, others ask and carry out.
 */
@NullMarked
package org.bourse.exchange.access;

import org.jspecify.annotations.NullMarked;
