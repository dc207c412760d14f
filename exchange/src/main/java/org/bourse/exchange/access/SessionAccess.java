package org.bourse.exchange.access;

import org.jspecify.annotations.Nullable;

/**
 * A participant's FIX session.
 *
 * @param compId the client's, TargetCompID in fix.cfg
 * @param enabled whether it may log on
 * @param userName who logs on where the Logon names nobody; null: it must name one
 * @param grants what it may do
 */
public record SessionAccess(
    String compId, boolean enabled, @Nullable String userName, Grants grants) {}
