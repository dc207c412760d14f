package org.bourse.exchange.config;

import java.nio.file.Path;

/**
 * The FIX acceptor.
 *
 * @param settings the file with the sessions, in QuickFIX/J's own format; at the time of loading it
 *     was there and readable, its content is not checked here
 * @param messageStore the store of sent messages
 */
public record FixSection(Path settings, MessageStoreSettings messageStore) {}
